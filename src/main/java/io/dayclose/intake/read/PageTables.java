package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The tables of an HTML page, which many systems write under the name of a workbook. */
final class PageTables implements Tables {
    private final Content content;
    private final List<HeldSheet> sheets = new ArrayList<>();

    PageTables(Content content, Layout layout) throws IOException {
        this.content = content;
        for (var table : page(layout).select("table")) {
            sheets.add(sheet(table));
        }
    }

    /** The page's own word on its encoding is often left over from another program: its bytes know better. */
    private Document page(Layout layout) throws IOException {
        var charset = Charsets.ofPage(content, layout.charset());
        try (var in = content.open(layout.maxMegabytes())) {
            return Jsoup.parse(new String(in.readAllBytes(), charset));
        }
    }

    private static HeldSheet sheet(Element table) throws UnreadableFile {
        var sheet = new HeldSheet();
        var taken = new TakenCells();
        int number = 0;
        for (var row : table.select("tr")) {
            if (row.closest("table") == table) {
                put(row, number, taken, sheet);
                number++;
            }
        }
        return sheet;
    }

    private static void put(Element row, int number, TakenCells taken, HeldSheet sheet) throws UnreadableFile {
        int column = 0;
        for (var cell : row.children()) {
            column = taken.free(number, column);
            int width = span(cell, "colspan");
            int last = number + span(cell, "rowspan") - 1;
            sheet.put(number, column, text(cell));
            sheet.merge(column, number, last);
            taken.take(column, width, last);
            column += width;
        }
    }

    /** A table in a cell is a table of its own. */
    private static String text(Element cell) {
        return cell.selectFirst("table") == null ? cell.text() : cell.ownText();
    }

    private static int span(Element cell, String attribute) {
        var text = cell.attr(attribute).strip();
        return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
    }

    /** Down to which row the cells above have taken each column. */
    private static final class TakenCells {
        private final int[] until = new int[Limits.COLUMNS];

        TakenCells() {
            Arrays.fill(until, -1);
        }

        int free(int row, int column) {
            int free = column;
            while (free < until.length && until[free] >= row) {
                free++;
            }
            return free;
        }

        void take(int column, int width, int last) {
            for (int i = column; i < Math.min(until.length, column + (long) width); i++) {
                until[i] = last;
            }
        }
    }

    @Override
    public List<Table> all() {
        return sheets.stream().map(any -> new Table("", true)).toList();
    }

    @Override
    public TableRows open(int table) {
        return sheets.get(table).open();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
