package io.dayclose.intake.check;

import java.time.LocalDate;
import java.util.List;

/** Codes that became master data because a feed says {@code master: learn}. */
public record Learned(List<Code> branches, List<Outlet> outlets, List<Code> products) {
    /** A code and the first day it is known. */
    public record Code(String text, LocalDate validFrom) {}

    /** An outlet with the branch and channel the feed's file names. */
    public record Outlet(Code code, String branch, String channel) {}
}
