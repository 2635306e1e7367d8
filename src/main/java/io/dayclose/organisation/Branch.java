package io.dayclose.organisation;

/** A regional company. */
public record Branch(String code, String name) {}
