package io.dayclose.report.workbook;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.config.Company;
import io.dayclose.config.Report;
import io.dayclose.report.Change;
import io.dayclose.report.ChartData;
import io.dayclose.report.DisplayFigure;
import io.dayclose.report.FeedState;
import io.dayclose.report.workbook.ReportWriter.Context;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The first sheet: what this is, the figures large, whether the data is complete, what changed, and links. */
public final class Cover {
    private static final int COLUMNS = 8;
    private static final int CARDS_PER_ROW = 4;
    private static final int CHART_ROWS = 16;

    private final Book book;
    private final Company company;
    private final Report report;
    private final Language language;
    private final Texts texts;
    private final XSSFSheet sheet;
    private final CellStyle plain;
    private final CellStyle bold;
    private int next;

    public Cover(Book book, Company company, Report report, Language language) {
        this.book = book;
        this.company = company;
        this.report = report;
        this.language = language;
        texts = Texts.of(language);
        sheet = book.cover(texts.format("report.cover"));
        plain = book.styles().words(10, false, false);
        bold = book.styles().words(10, true, false);
    }

    /** What the first sheet tells of the others. */
    public record Content(
            List<DisplayFigure> kpis,
            List<Change> changes,
            Optional<ChartData> chart,
            List<String> sheets,
            String inputDigest) {}

    public void write(Context context, Content content) {
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < COLUMNS; i++) {
            sheet.setColumnWidth(i, 16 * 256);
        }
        title(context);
        context.earlier().ifPresent(earlier -> changes(earlier.revision() + 1, context.why(), content.changes()));
        cards(content.kpis());
        content.chart().ifPresent(this::chart);
        if (report.mend()) {
            words(bold, texts.format("mend.how"));
            next++;
        }
        int top = next;
        completeness(context);
        links(top, content.sheets());
        next++;
        var digests = texts.format("report.digests", context.date(), content.inputDigest());
        words(book.styles().words(8, false, true), digests);
        PrintSetup.landscape(sheet);
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    private void title(Context context) {
        words(book.styles().words(20, true, false), report.title().in(language)).setHeightInPoints(34);
        var date = SpokenDate.withWeekday(context.date(), language.locale());
        words(book.styles().words(11, false, true), names(context) + "  ·  " + date)
                .setHeightInPoints(20);
        next++;
    }

    private String names(Context context) {
        var own = company.name().in(language);
        return own.equals(context.scope().name())
                ? own
                : own + "  ·  " + context.scope().name();
    }

    private XSSFRow words(CellStyle style, String... cells) {
        var row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            var cell = row.createCell(i);
            cell.setCellValue(SafeText.of(cells[i]));
            cell.setCellStyle(style);
        }
        return row;
    }

    private void header(String... titles) {
        words(book.styles().headerStyle(), titles);
    }

    private void changes(int revision, String why, List<Change> changes) {
        words(book.styles().words(13, true, false), texts.format("report.revision", revision));
        words(plain, why);
        header(
                texts.format("report.what"),
                "",
                "",
                texts.format("report.before"),
                "",
                texts.format("report.after"),
                "");
        changes.forEach(change -> words(plain, change.what(), "", "", change.before(), "", change.after(), ""));
        next++;
    }

    /** Each figure is a card two columns wide. */
    private void cards(List<DisplayFigure> kpis) {
        var title = book.styles().card(false);
        var figure = book.styles().card(true);
        for (int from = 0; from < kpis.size(); from += CARDS_PER_ROW) {
            var titles = sheet.createRow(next++);
            var figures = sheet.createRow(next++);
            titles.setHeightInPoints(20);
            figures.setHeightInPoints(30);
            for (int i = from; i < Math.min(kpis.size(), from + CARDS_PER_ROW); i++) {
                int column = (i - from) * 2;
                card(titles, column, kpis.get(i).title(), title);
                card(figures, column, kpis.get(i).value(), figure);
            }
            sheet.createRow(next++).setHeightInPoints(6);
        }
        next++;
    }

    private void card(XSSFRow row, int column, String text, CellStyle style) {
        row.createCell(column).setCellValue(text);
        row.getCell(column).setCellStyle(style);
        row.createCell(column + 1).setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), column, column + 1));
    }

    private void chart(ChartData data) {
        ComboChart.draw(sheet, data, new CellRangeAddress(next, next + CHART_ROWS, 0, COLUMNS));
        next += CHART_ROWS + 1;
    }

    private void completeness(Context context) {
        words(book.styles().words(13, true, false), texts.format("report.complete"));
        header(
                texts.format("report.feed"),
                texts.format("report.expected"),
                texts.format("report.came"),
                texts.format("report.accepted"),
                texts.format("report.returned"));
        var told = context.feeds().stream().filter(FeedState::isWorthTelling).toList();
        for (var feed : told) {
            var came = feed.came() > 0 ? String.valueOf(feed.came()) : texts.format("report.not-came");
            words(
                    feed.came() > 0 && feed.returned() == 0 ? plain : bold,
                    texts.format("feed." + feed.feed()),
                    feed.expected(),
                    came,
                    String.valueOf(feed.accepted()),
                    String.valueOf(feed.returned()));
        }
        next++;
    }

    /** Links stand to the right of what came in, so that all of it prints on one page. */
    private void links(int top, List<String> sheets) {
        int column = COLUMNS - 2;
        cell(top, column, texts.format("report.sheets"), book.styles().words(13, true, false));
        int row = top;
        for (var name : sheets) {
            var link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + name.replace("'", "''") + "'!A1");
            cell(++row, column, "→ " + name, plain).setHyperlink(link);
        }
        next = Math.max(next, row + 2);
    }

    private XSSFCell cell(int row, int column, String text, CellStyle style) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
        cell.setCellValue(SafeText.of(text));
        cell.setCellStyle(style);
        return cell;
    }
}
