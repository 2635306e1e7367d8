package io.dayclose.intake.control;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sender states beside his rows: how many they are and what a column of them adds up to, as it stands in the file.
 * A figure follows its label, in the next cell, behind {@code =} or {@code :}, or in the row below.
 */
final class ControlTotals {
    private final Feed.Controls controls;
    private final Numbers numbers;
    private final List<String> countLabels;
    private final List<String> sumLabels;
    private Optional<BigDecimal> count = Optional.empty();
    private Optional<BigDecimal> sum = Optional.empty();

    ControlTotals(Feed feed) {
        controls = feed.controls().orElse(Feed.Controls.NONE);
        numbers = new Numbers(feed.layout().decimal());
        countLabels = controls.count().stream().toList();
        sumLabels = controls.sum().stream()
                .flatMap(column ->
                        Stream.concat(Stream.of(column), feed.headers().getOrDefault(column, List.of()).stream()))
                .toList();
    }

    Optional<BigDecimal> count() {
        return count;
    }

    Optional<BigDecimal> sum() {
        return sum;
    }

    /** Whether everything that was asked for has been found. */
    boolean isComplete() {
        return count.isPresent() == controls.count().isPresent()
                && sum.isPresent() == controls.sum().isPresent();
    }

    /** The labels that were asked for, for people to read. */
    String labels() {
        return Stream.concat(countLabels.stream(), sumLabels.stream().limit(1))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** Whether a row holds totals and is no record: its first filled cell is the label of the count, or of a sum alone. */
    boolean isTrailer(String[] cells) {
        var leading = countLabels.isEmpty() ? sumLabels : countLabels;
        var first = Arrays.stream(cells)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst();
        return first.filter(cell -> leading.contains(label(cell))).isPresent();
    }

    private static String label(String cell) {
        return cell.split("[=:：]", 2)[0].strip();
    }

    /** Looks for the figures in some rows. */
    void read(List<String[]> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length; column++) {
                var label = label(rows.get(row)[column].strip());
                if (count.isEmpty() && countLabels.contains(label)) {
                    count = figure(rows, row, column);
                } else if (sum.isEmpty() && sumLabels.contains(label)) {
                    sum = figure(rows, row, column);
                }
            }
        }
    }

    private Optional<BigDecimal> figure(List<String[]> rows, int row, int column) {
        var parts = rows.get(row)[column].split("[=:：]", 2);
        return Stream.of(
                        Optional.of(parts.length > 1 ? parts[1] : ""),
                        cell(rows, row, column + 1),
                        cell(rows, row + 1, column))
                .flatMap(Optional::stream)
                .flatMap(text -> numbers.find(text.strip()).stream())
                .findFirst();
    }

    private static Optional<String> cell(List<String[]> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).length
                ? Optional.of(rows.get(row)[column])
                : Optional.empty();
    }
}
