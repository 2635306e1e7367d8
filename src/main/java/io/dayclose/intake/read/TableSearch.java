package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import io.dayclose.intake.read.Tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tables of a file that hold the records: those that have the header, wherever it stands among their first rows.
 * Without one the first table is taken with its longest early row for a header, so that people are shown what was found.
 */
final class TableSearch {
    private final Tables tables;
    private final Wanted wanted;
    private final List<FoundTable> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private TableSearch(Tables tables, Wanted wanted) {
        this.tables = tables;
        this.wanted = wanted;
    }

    /** What was found, and the visible sheets with rows that were not; a page has tables for its looks too. */
    record Result(List<FoundTable> found, List<String> unread) {}

    static Result in(Tables tables, Wanted wanted) throws IOException {
        var search = new TableSearch(tables, wanted);
        search.search();
        return new Result(search.found, search.unread);
    }

    private void search() throws IOException {
        var candidates = candidates();
        for (int table : candidates) {
            look(table);
        }
        if (found.isEmpty()) {
            for (int table : candidates) {
                if (found.isEmpty()) {
                    shown(table);
                }
            }
            found.forEach(shown -> unread.remove(shown.name()));
        }
    }

    private List<Integer> candidates() throws UnreadableFile {
        var all = tables.all();
        var candidates = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            if (isCandidate(all.get(i))) {
                candidates.add(i);
            }
        }
        if (candidates.isEmpty() && wanted.sheet().isPresent() && all.size() > 1) {
            var names = all.stream().map(Table::name).toList();
            throw new UnreadableFile("sheet_missing", wanted.sheet().get(), String.join(", ", names));
        }
        return candidates.isEmpty() ? List.of(0) : candidates;
    }

    private boolean isCandidate(Table table) {
        return wanted.sheet().map(table.name()::equals).orElse(table.visible() || wanted.hiddenToo());
    }

    private void look(int table) throws IOException {
        var first = first(table);
        var header = header(first);
        if (header.isPresent()) {
            found.add(at(table, header.get(), first));
        } else if (!first.isEmpty() && !tables.all().get(table).name().isEmpty()) {
            unread.add(name(table));
        }
    }

    private String name(int table) {
        var name = tables.all().get(table).name();
        return name.isEmpty() && tables.all().size() > 1 ? String.valueOf(table + 1) : name;
    }

    /** The row where the layout says it stands, if that is one; else the one that names most of the feed's columns. */
    private Optional<SourceRow> header(List<SourceRow> first) {
        var headers = first.stream()
                .filter(row -> !row.damaged() && wanted.signs().isHeader(names(row)))
                .toList();
        int said = wanted.layout().frame().headerRow();
        return headers.stream().filter(row -> row.line() == said).findFirst().or(() -> headers.stream()
                .max(Comparator.comparingInt((SourceRow row) -> wanted.signs().known(names(row)))
                        .thenComparing(row -> -row.line())));
    }

    /** What a person is shown when no header is found. */
    private void shown(int table) throws IOException {
        var first = first(table);
        int said = wanted.layout().frame().headerRow();
        first.stream()
                .filter(row -> row.line() >= said && said > 0)
                .findFirst()
                .or(() -> first.stream()
                        .max(Comparator.comparingInt((SourceRow row) -> filled(row))
                                .thenComparing(row -> -row.line())))
                .ifPresent(row -> found.add(at(table, row, first)));
    }

    private static int filled(SourceRow row) {
        return (int) Arrays.stream(row.cells())
                .filter(cell -> !TrailingBlanks.isBlank(cell))
                .count();
    }

    private FoundTable at(int table, SourceRow header, List<SourceRow> first) {
        return new FoundTable(table, name(table), names(header), header.line(), first.indexOf(header));
    }

    private static List<String> names(SourceRow row) {
        return Arrays.stream(row.cells(), 0, TrailingBlanks.length(row.cells()))
                .map(Blanks::strip)
                .toList();
    }

    private List<SourceRow> first(int table) throws IOException {
        var first = new ArrayList<SourceRow>();
        int said = wanted.layout().frame().headerRow();
        try (var rows = tables.open(table)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (TrailingBlanks.length(row.cells()) > 0) {
                    first.add(row);
                }
                if (first.size() >= Limits.HEADER_WITHIN && row.line() >= said) {
                    break;
                }
            }
        }
        return first;
    }
}
