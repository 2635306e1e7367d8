package io.dayclose.intake.expected;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Feed;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Something that was due and has not come.
 *
 * @param branch whose it is, empty when the feed is not expected from each branch
 * @param dueOn the business date it is for, when it is due daily; else the day it was due
 * @param dueAt in the company's zone
 */
public record Owed(Feed feed, String branch, LocalDate dueOn, LocalDateTime dueAt) {

    /** Whether the day cannot close without it. */
    public boolean required() {
        return feed.expected().filter(Expected::required).isPresent();
    }

    /** What people call it: the feed, and the branch if it is a branch's. */
    public String name() {
        return branch.isEmpty() ? feed.name() : feed.name() + " " + branch;
    }
}
