package io.dayclose.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workbook as people see it: cells by the titles of their columns, figures of the first sheet by theirs. */
public record OpenedBook(Map<String, List<List<String>>> sheets) {
    private static final int RIGHT_OF_ITS_TITLE = 3;

    /** The latest workbook of a report for a scope; title and scope as its folder names them. */
    public static OpenedBook of(TestHome home, String date, String title, String scope) {
        var books = Workbooks.below(home.folder().resolve("out/archive/" + date + "/" + title)).stream()
                .filter(file -> isOf(scope, String.valueOf(file.getParent().getFileName())))
                .toList();
        if (books.isEmpty()) {
            throw new AssertionError("no workbook " + title + " of " + scope);
        }
        return new OpenedBook(Workbooks.read(books.get(books.size() - 1)));
    }

    /** Its folder bears its code and its name. */
    private static boolean isOf(String scope, String folder) {
        return folder.equals(scope) || folder.endsWith(" " + scope) || folder.startsWith(scope + " ");
    }

    /** Some columns of a sheet, row by row, joined by a blank; a number with decimals has two, an empty cell is –. */
    public List<String> cells(String sheet, String... titles) {
        var rows = sheets.getOrDefault(sheet, List.of());
        if (rows.isEmpty()) {
            throw new AssertionError("no sheet " + sheet + " among " + sheets.keySet());
        }
        var texts = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            if (!row.get(0).equals("合计") && !isNothing(row)) {
                texts.add(String.join(
                        " ",
                        Stream.of(titles)
                                .map(title -> text(row, column(rows.get(0), title)))
                                .toList()));
            }
        }
        return texts;
    }

    /** What a sheet without rows says. */
    public static boolean isNothing(List<String> row) {
        return row.get(0).equals("无") && row.stream().skip(1).allMatch(String::isEmpty);
    }

    private static int column(List<String> header, String title) {
        if (!header.contains(title)) {
            throw new AssertionError("no column " + title + " among " + header);
        }
        return header.indexOf(title);
    }

    private static String text(List<String> row, int column) {
        var text = column < row.size() ? row.get(column) : "";
        if (text.isEmpty()) {
            return "–";
        }
        return text.matches("-?\\d+\\.\\d+(E-?\\d+)?|-?\\d+E-?\\d+")
                ? new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : text;
    }

    /** The figure of the first sheet under its title, or right of it where it stands small; a revision names it among its changes too. */
    public String figure(String title) {
        var rows = sheets.values().iterator().next();
        for (int i = 0; i < rows.size(); i++) {
            int column = rows.get(i).indexOf(title);
            var right = column < 0 ? "" : cell(rows.get(i), column + RIGHT_OF_ITS_TITLE);
            boolean change = !right.isEmpty()
                    && !cell(rows.get(i), column + 2 * RIGHT_OF_ITS_TITLE).isEmpty();
            if (column >= 0 && !change) {
                return right.isEmpty() ? rows.get(i + 1).get(column) : right;
            }
        }
        throw new AssertionError("no figure " + title);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }
}
