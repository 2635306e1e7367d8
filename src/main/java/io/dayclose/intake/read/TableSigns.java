package io.dayclose.intake.read;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the table of a feed is known by: the names in its header, and the cells that every record of it fills. Names are
 * {@linkplain HeaderName plain}.
 */
public final class TableSigns {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    private final Predicate<List<String>> isHeader;
    private final Predicate<String> isName;
    private final List<Set<String>> key;
    private final List<Set<String>> needed;
    private final List<Set<String>> filledDown;
    private final List<Set<String>> figures;
    private final boolean recordsOnly;

    private TableSigns(Predicate<List<String>> isHeader, Predicate<String> isName, List<List<Set<String>>> cells) {
        this.isHeader = isHeader;
        recordsOnly = cells.isEmpty();
        this.isName = isName;
        key = recordsOnly ? List.of() : cells.get(0);
        needed = recordsOnly ? List.of() : cells.get(1);
        filledDown = recordsOnly ? List.of() : cells.get(2);
        figures = recordsOnly ? List.of() : cells.get(3);
    }

    /** Of a table that is known by how many cells of a row are names of columns. */
    static TableSigns ofNames(Predicate<String> isName) {
        return new TableSigns(row -> row.stream().filter(isName).count() > 1, isName, List.of());
    }

    /** Of a table of which nothing but its header is known. */
    public static TableSigns of(Predicate<List<String>> isHeader) {
        return new TableSigns(isHeader, name -> false, List.of(List.of(), List.of(), List.of(), List.of()));
    }

    /** A header names at least every part of the key that must be there, or one column when the key is all derived. */
    public static TableSigns of(Feed feed) {
        var key = feed.schema().columns().stream()
                .filter(column -> feed.schema().isKey(column.name()) && !column.optional())
                .filter(column -> !feed.derive().containsKey(column.name()))
                .map(column -> names(column, feed))
                .toList();
        var all = all(feed);
        return new TableSigns(
                row -> isHeader(plain(row), key, all),
                name -> all.contains(HeaderName.plain(name)),
                List.of(key, needed(feed), filledDown(feed), figures(feed)));
    }

    private static boolean isHeader(Set<String> row, List<Set<String>> key, Set<String> all) {
        return key.isEmpty()
                ? row.stream().anyMatch(all::contains)
                : key.stream().allMatch(names -> names.stream().anyMatch(row::contains));
    }

    private static List<Set<String>> figures(Feed feed) {
        return feed.schema().columns().stream()
                .filter(column -> feed.schema().addsUp(column.name()))
                .map(column -> names(column, feed))
                .toList();
    }

    private static List<Set<String>> filledDown(Feed feed) {
        return feed.layout().frame().fillDown().stream()
                .filter(feed.schema()::has)
                .map(name -> names(column(feed, name), feed))
                .toList();
    }

    /** The same where every row is a record, whatever it lacks. */
    static TableSigns ofRecords(Feed feed) {
        var signs = of(feed);
        return new TableSigns(signs.isHeader, signs.isName, List.of());
    }

    /** The columns that a record cannot be without, and for those that are derived what their expressions read. */
    private static List<Set<String>> needed(Feed feed) {
        var needed = new ArrayList<Set<String>>();
        for (var column : feed.schema().columns()) {
            var expression = feed.derive().get(column.name());
            if (!column.optional() && expression == null) {
                needed.add(names(column, feed));
            } else if (expression != null && !column.optional()) {
                words(expression)
                        .forEach(word -> needed.add(
                                feed.schema().has(word)
                                        ? names(column(feed, word), feed)
                                        : Set.of(HeaderName.plain(word))));
            }
        }
        return needed.stream().distinct().toList();
    }

    private static Stream<String> words(String expression) {
        return WORD.matcher(LITERAL.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group());
    }

    private static Column column(Feed feed, String name) {
        return feed.schema().columns().get(feed.schema().index(name));
    }

    private static Set<String> names(Column column, Feed feed) {
        return Stream.concat(Stream.of(column.name()), feed.headers().getOrDefault(column.name(), List.of()).stream())
                .map(HeaderName::plain)
                .collect(Collectors.toSet());
    }

    private static Set<String> all(Feed feed) {
        var all = new HashSet<String>();
        feed.schema().columns().forEach(column -> all.addAll(names(column, feed)));
        feed.derive()
                .values()
                .forEach(expression -> words(expression).map(HeaderName::plain).forEach(all::add));
        return all;
    }

    boolean isHeader(List<String> row) {
        return isHeader.test(row);
    }

    private static Set<String> plain(List<String> row) {
        return row.stream().map(HeaderName::plain).collect(Collectors.toSet());
    }

    /** Whether every row below the header is a record, whatever it lacks. */
    boolean recordsOnly() {
        return recordsOnly;
    }

    /** How many cells of a row are names of the feed. */
    int known(List<String> row) {
        return (int) row.stream().filter(isName).count();
    }

    /** The cells of the key under a header, of what a record needs, and of what is filled down. */
    Places places(List<String> header) {
        var plain = header.stream().map(HeaderName::plain).toList();
        var down = places(filledDown, plain, Set.of());
        return new Places(
                numbers(places(key, plain, down)),
                numbers(places(needed, plain, down)),
                numbers(down),
                numbers(places(figures, plain, Set.of())));
    }

    /** @param figures amounts and pieces, which add up */
    record Places(int[] key, int[] needed, int[] filledDown, int[] figures) {}

    private static int[] numbers(Set<Integer> places) {
        return places.stream().mapToInt(at -> at).sorted().toArray();
    }

    private static Set<Integer> places(List<Set<String>> columns, List<String> header, Set<Integer> except) {
        return columns.stream()
                .flatMap(names -> names.stream()
                        .map(header::indexOf)
                        .filter(at -> at >= 0)
                        .limit(1))
                .filter(at -> !except.contains(at))
                .collect(Collectors.toSet());
    }
}
