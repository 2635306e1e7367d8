package io.dayclose.intake.read;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens a file of a feed by its kind: workbooks end in .xlsx, everything else is CSV, plain or packed. */
public final class Rows {
    private Rows() {}

    /** @throws IOException saying in one line why the file cannot be read */
    public static RowSource open(Path file, Feed feed) throws IOException {
        return open(file, feed, Optional.empty());
    }

    /**
     * @param sheet of a workbook, its first one when empty
     * @throws IOException saying in one line why the file cannot be read
     */
    public static RowSource open(Path file, Feed feed, Optional<String> sheet) throws IOException {
        try {
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? new XlsxRows(
                            file,
                            new XlsxRows.Wanted(
                                    feed.layout().maxMegabytes(),
                                    sheet,
                                    feed.controls().isPresent()),
                            names -> isHeader(names, feed))
                    : new CsvRows(file, feed.layout());
        } catch (EOFException cut) {
            throw new IOException("the file breaks off before its end", cut);
        }
    }

    /** A header names at least every part of the key that must be there, or one column when the key is all derived. */
    private static boolean isHeader(List<String> names, Feed feed) {
        var wanted = feed.schema().columns().stream()
                .filter(column -> feed.schema().isKey(column.name()) && !column.optional())
                .filter(column -> !feed.derive().containsKey(column.name()))
                .toList();
        return wanted.isEmpty()
                ? feed.schema().columns().stream().anyMatch(column -> names(names, column, feed))
                : wanted.stream().allMatch(column -> names(names, column, feed));
    }

    private static boolean names(List<String> names, Column column, Feed feed) {
        return names.contains(column.name())
                || feed.headers().getOrDefault(column.name(), List.of()).stream()
                        .anyMatch(names::contains);
    }
}
