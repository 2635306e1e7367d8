package io.dayclose.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of jobs, in the order in which a job must name them. In files, at the shell and in tables each is known by its text. */
public enum NightStep {
    EXTRACT(Writes.BOOKS),
    RECONCILE(Writes.BOOKS),
    STOCK(Writes.BOOKS),
    TARGET(Writes.BOOKS),
    COMMISSION(Writes.BOOKS),
    /** Closes the business day. */
    CLOSE_DAY(Writes.DAY),
    BONUS_DRAFT(Writes.BOOKS),
    /** Drafts the settlement of a month that is over. */
    SETTLE(Writes.BOOKS),
    CLOSE_MONTH(Writes.BOOKS),
    /** Closes carriers' cycles whose days of grace are over. */
    CLOSE_CYCLE(Writes.BOOKS),
    REPORT(Writes.WORKBOOKS),
    DELIVER(Writes.WORKBOOKS);

    /** What a step changes. */
    private enum Writes {
        BOOKS,
        DAY,
        WORKBOOKS
    }

    private final Writes writes;

    NightStep(Writes writes) {
        this.writes = writes;
    }

    /** As it is written in files: {@code close-day}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of a text; empty when there is none. */
    public static Optional<NightStep> of(String text) {
        return Arrays.stream(values()).filter(step -> step.text().equals(text)).findFirst();
    }

    /** The texts of all, for a person to choose from. */
    public static String all() {
        return Arrays.stream(values()).map(NightStep::text).collect(Collectors.joining(", "));
    }

    /** Whether no other run may change facts or books under it. */
    public boolean writesBooks() {
        return writes == Writes.BOOKS;
    }

    /** Whether it closes what its last business day belongs to: that day must be closed first. */
    public boolean closesPeriod() {
        return this == CLOSE_MONTH || this == CLOSE_CYCLE;
    }

    /** Whether it settles or closes for good, so that a trial of it would be half a truth. */
    public boolean isFinal() {
        return closesPeriod() || this == BONUS_DRAFT || this == SETTLE;
    }

    @Override
    public String toString() {
        return text();
    }
}
