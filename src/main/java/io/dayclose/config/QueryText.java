package io.dayclose.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Queries as they lie in their files, with what several share: {@code -- include: report/part/NAME.sql} stands for that file's text. */
final class QueryText {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^ *-- include: *(\\S+) *$");

    private QueryText() {}

    /** @throws IllegalStateException when a file is gone since it was checked */
    static String of(HomeFiles files, String path) {
        return INCLUDE.matcher(text(files, path))
                .replaceAll(part ->
                        Matcher.quoteReplacement(text(files, part.group(1)).stripTrailing()));
    }

    private static String text(HomeFiles files, String path) {
        return files.read("sql/" + path)
                .orElseThrow(() -> new IllegalStateException("sql/" + path + " was checked and is gone"));
    }

    /** The files of a query that are not there: its own, else those it includes. */
    static List<String> missing(HomeFiles files, String path) {
        return files.read("sql/" + path)
                .map(text -> INCLUDE.matcher(text).results().map(part -> part.group(1)))
                .orElse(Stream.of(path))
                .map(each -> "sql/" + each)
                .filter(each -> files.read(each).isEmpty())
                .toList();
    }
}
