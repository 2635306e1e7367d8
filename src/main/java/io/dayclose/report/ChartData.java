package io.dayclose.report;

import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.Sheet;
import io.dayclose.money.Money;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The points of a chart, with the sheet and columns they stand in.
 *
 * @param firstRow the sheet row of the first point, counted from 0
 */
public record ChartData(String sheet, int firstRow, int xColumn, List<String> labels, List<Series> series) {
    /** One line or set of bars. */
    public record Series(String title, int column, CellType type, boolean bars, List<BigDecimal> values) {}

    public static ChartData of(Sheet sheet, String sheetName, List<@Nullable Object[]> points, Language language) {
        var chart = sheet.chart().orElseThrow();
        int x = index(sheet, chart.x());
        var labels = points.stream().map(point -> label(point[x])).toList();
        var series = new ArrayList<Series>();
        Stream.concat(chart.bars().stream(), chart.lines().stream()).forEach(field -> {
            int column = index(sheet, field);
            var title = sheet.columns().get(column).title().in(language);
            var type = sheet.columns().get(column).type();
            series.add(new Series(title, column, type, chart.bars().contains(field), values(column, points)));
        });
        return new ChartData(sheetName, 1, x, labels, series);
    }

    private static List<BigDecimal> values(int column, List<@Nullable Object[]> points) {
        return points.stream()
                .map(point ->
                        point[column] instanceof Number value ? new BigDecimal(value.toString()) : BigDecimal.ZERO)
                .toList();
    }

    private static int index(Sheet sheet, String field) {
        return sheet.columns().stream().map(column -> column.field()).toList().indexOf(field);
    }

    /** Days are shown as 11-22: the year stands above. */
    private static String label(@Nullable Object value) {
        var text = String.valueOf(value);
        return value instanceof LocalDate ? text.substring(5) : text;
    }

    public List<BuiltWorkbook.Bar> bars(int most, Currency currency, Language language) {
        var values = series.get(0).values();
        var largest = values.stream()
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE)
                .max(BigDecimal.ONE);
        var bars = new ArrayList<BuiltWorkbook.Bar>();
        for (int i = Math.max(0, values.size() - most); i < values.size(); i++) {
            int share = values.get(i)
                    .movePointRight(2)
                    .divideToIntegralValue(largest)
                    .max(BigDecimal.ZERO)
                    .intValue();
            bars.add(new BuiltWorkbook.Bar(labels.get(i), share, text(values.get(i), currency, language)));
        }
        return bars;
    }

    /** Money without its fen: a bar is a glance. */
    private String text(BigDecimal value, Currency currency, Language language) {
        var type = series.get(0).type();
        return type == CellType.MONEY
                ? new Money(value, currency).text(language.locale(), 0)
                : DisplayFigure.text(value, type, currency, language.locale());
    }
}
