package io.dayclose.report.workbook;

import io.dayclose.report.ChartData;
import io.dayclose.report.ChartData.Series;
import java.math.BigDecimal;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Bars with lines over them. Values are passed along with their references, because the cells they stand in have been
 * streamed away; colours are set by hand, because LibreOffice draws nothing without.
 */
final class ComboChart {
    private static final byte[][] LINES = {{(byte) 0xC5, 0x5A, 0x11}, {0x7F, 0x7F, 0x7F}};

    private final XSSFChart chart;
    private final ChartData data;
    private final XDDFCategoryAxis categories;
    private final XDDFValueAxis values;

    private ComboChart(XSSFChart chart, ChartData data) {
        this.chart = chart;
        this.data = data;
        categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        categories.setNumberFormat("mm-dd");
        values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setNumberFormat("#,##0");
    }

    static void draw(XSSFSheet sheet, ChartData data, CellRangeAddress area) {
        var drawing = sheet.createDrawingPatriarch();
        var chart = drawing.createChart(drawing.createAnchor(
                0, 0, 0, 0, area.getFirstColumn(), area.getFirstRow(), area.getLastColumn(), area.getLastRow()));
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        new ComboChart(chart, data).plot();
    }

    private void plot() {
        var bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(BarDirection.COL);
        bars.setGapWidth(60);
        data.series().stream().filter(Series::bars).forEach(series -> {
            var drawn = add(bars, series);
            drawn.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(Styles.BAR)));
        });
        chart.plot(bars);
        if (data.series().stream().anyMatch(series -> !series.bars())) {
            plotLines(bars.getSeriesCount());
        }
    }

    private void plotLines(int index) {
        var lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        int order = index;
        for (var series : data.series().stream().filter(each -> !each.bars()).toList()) {
            var drawn = (XDDFLineChartData.Series) add(lines, series);
            drawn.setSmooth(false);
            drawn.setMarkerStyle(MarkerStyle.NONE);
            var colour = new XDDFSolidFillProperties(XDDFColor.from(LINES[(order - index) % LINES.length]));
            var line = new XDDFLineProperties(colour);
            line.setWidth(2.0);
            drawn.setLineProperties(line);
            drawn.getCTLineSer().getIdx().setVal(order);
            drawn.getCTLineSer().getOrder().setVal(order++);
        }
        chart.plot(lines);
    }

    private XDDFChartData.Series add(XDDFChartData plot, Series series) {
        XDDFDataSource<String> labels = XDDFDataSourcesFactory.fromArray(
                data.labels().toArray(String[]::new), range(data.xColumn()), data.xColumn());
        var numbers = series.values().stream().map(BigDecimal::doubleValue).toArray(Double[]::new);
        var drawn = plot.addSeries(
                labels, XDDFDataSourcesFactory.fromArray(numbers, range(series.column()), series.column()));
        drawn.setTitle(series.title(), null);
        return drawn;
    }

    private String range(int column) {
        int last = data.firstRow() + data.labels().size() - 1;
        return new CellRangeAddress(data.firstRow(), last, column, column).formatAsString(data.sheet(), true);
    }
}
