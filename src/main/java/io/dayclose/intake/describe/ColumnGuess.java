package io.dayclose.intake.describe;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of a file's headers are which of a feed's columns: the best fit first, no header twice. */
final class ColumnGuess {
    private final FeedSchema schema;
    private final List<String> header;

    private record Fit(String column, int cell, int rank) {}

    ColumnGuess(FeedSchema schema, List<String> header) {
        this.schema = schema;
        this.header = header;
    }

    /** Our column to the place of its header, in the order of our columns. */
    Map<String, Integer> cells() {
        var fits = new ArrayList<Fit>();
        for (var column : schema.columnNames()) {
            for (int i = 0; i < header.size(); i++) {
                int rank = KnownHeaders.rank(column, header.get(i));
                if (rank >= 0) {
                    fits.add(new Fit(column, i, rank));
                }
            }
        }
        fits.sort(Comparator.comparingInt(Fit::rank));
        var taken = new LinkedHashMap<String, Integer>();
        fits.stream()
                .filter(fit -> !taken.containsKey(fit.column()) && !taken.containsValue(fit.cell()))
                .forEach(fit -> taken.putIfAbsent(fit.column(), fit.cell()));
        var ordered = new LinkedHashMap<String, Integer>();
        schema.columnNames().stream().filter(taken::containsKey).forEach(name -> ordered.put(name, taken.get(name)));
        return ordered;
    }

    /** How well the feed fits: what it needs and finds, less what it needs and lacks; a key that is found counts twice. */
    int worth() {
        var cells = cells();
        int worth = cells.size();
        for (Column column : schema.columns()) {
            boolean needed = !column.optional();
            int weight = schema.isKey(column.name()) ? 3 : 2;
            worth += needed ? cells.containsKey(column.name()) ? weight : -1 : 0;
        }
        return worth;
    }
}
