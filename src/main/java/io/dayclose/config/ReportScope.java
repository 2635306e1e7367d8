package io.dayclose.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a workbook is made: the kinds of scopes that reports are written for. */
public enum ReportScope {
    BRANCH,
    COMPANY,
    OUTLET,
    DEALER,
    PERSON,
    /** A manager, for the people he leads. */
    MANAGER,
    /** Whoever follows a break. */
    OWNER,
    /** A manufacturer, as products name it. */
    MANUFACTURER;

    /** As reports write it, as queries get it, and as it is stored with a workbook. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as reports write them. */
    static String[] texts() {
        return Arrays.stream(values()).map(ReportScope::text).toArray(String[]::new);
    }

    /** The kind that a report's file names, if it is one. */
    static Optional<ReportScope> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /** Those that a report's file names; what is none of them is told where the file's shape is checked. */
    static List<ReportScope> named(List<String> texts) {
        return texts.stream().flatMap(text -> named(text).stream()).toList();
    }

    /**
     * The kind of scope that was stored with a workbook.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static ReportScope stored(String text) {
        return named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a workbook's scope must be one of " + List.of(texts()) + ", not " + text));
    }
}
