package io.dayclose.intake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every row of a merged cell the value that stands in its first one. Rows come in their order. */
final class MergedCells {
    private final Map<Long, List<CellSpan>> byFirst = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    private record Held(CellSpan span, String value) {}

    MergedCells(List<CellSpan> spans) {
        spans.forEach(span ->
                byFirst.computeIfAbsent(span.first(), any -> new ArrayList<>()).add(span));
    }

    /** Columns whose merged cells stay empty below their first row: an amount repeated would be money made. */
    void countOnce(int[] columns) {
        byFirst.values()
                .forEach(spans -> spans.removeIf(span -> Arrays.stream(columns).anyMatch(at -> at == span.column())));
    }

    SourceRow filled(SourceRow row) {
        if (byFirst.isEmpty()) {
            return row;
        }
        held.removeIf(each -> each.span().last() < row.line());
        var cells = row.cells();
        for (var each : held) {
            cells = put(cells, each);
        }
        for (var span : byFirst.getOrDefault(row.line(), List.of())) {
            if (span.column() < cells.length) {
                held.add(new Held(span, cells[span.column()]));
            }
        }
        return row.with(cells, row.damaged());
    }

    private static String[] put(String[] cells, Held held) {
        int column = held.span().column();
        if (column < cells.length && !TrailingBlanks.isBlank(cells[column])
                || held.value().isEmpty()) {
            return cells;
        }
        var wider = Arrays.copyOf(cells, Math.max(cells.length, column + 1));
        Arrays.fill(wider, cells.length, wider.length, "");
        wider[column] = held.value();
        return wider;
    }
}
