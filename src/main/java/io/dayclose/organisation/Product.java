package io.dayclose.organisation;

/** Something we sell; a serialised one is sold piece by piece under its serial number. */
public record Product(String code, boolean serialised) {}
