package io.dayclose.intake.check;

import java.util.List;

/** Codes that became master data because a feed says {@code master: learn}. */
public record Learned(List<String> branches, List<Outlet> outlets, List<String> products) {
    /** An outlet with the branch and channel the feed's file names. */
    public record Outlet(String code, String branch, String channel) {}

    public boolean isEmpty() {
        return branches.isEmpty() && outlets.isEmpty() && products.isEmpty();
    }
}
