package io.dayclose.intake.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The kinds of files in which one and the same table may come, with what people put around it. */
final class TableForms {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            Charset.forName("GB18030"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    private static final List<String> TITLES =
            List.of("华东分公司销售明细", "制表人：王芳", "Exported by shop system 4.2", "门店：人民路店，电话 021-5555");
    private static final List<String> CLOSINGS =
            List.of("合计", "以下无数据", "备注：退货已扣除", "Total", "导出时间:2026-11-23 08:00", "小 计：");

    private final Random random;
    private final CellForms cells;
    private String kind = "";

    TableForms(Random random) {
        this.random = random;
        cells = new CellForms(random);
    }

    /** What was chosen, to be named by a test that fails. */
    String kind() {
        return kind;
    }

    byte[] write(List<String> header, List<List<String>> rows) throws IOException {
        kind = cells.one(List.of("csv", "csv", "csv", "xlsx", "xls", "html", "xml"));
        var bytes =
                switch (kind) {
                    case "xlsx" -> book(new XSSFWorkbook(), header, rows);
                    case "xls" -> book(new HSSFWorkbook(), header, rows);
                    case "html" -> html(framed(header, rows));
                    case "xml" -> xml(framed(header, rows));
                    default -> text(framed(header, rows));
                };
        return packed(bytes);
    }

    /** Titles above, blank and closing rows below. */
    private List<List<String>> framed(List<String> header, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(List.of(cells.one(TITLES)));
        }
        all.add(header.stream().map(cells::header).toList());
        for (var row : rows) {
            all.add(row);
            if (random.nextInt(10) == 0) {
                all.add(List.of(""));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(List.of(cells.one(CLOSINGS)));
        }
        return all;
    }

    private byte[] text(List<List<String>> rows) {
        var charset = cells.one(CHARSETS);
        var mark = charset.name().startsWith("UTF") && random.nextInt(3) > 0 ? "\uFEFF" : "";
        var delimiter = cells.one(List.of(",", ";", "\t", "|"));
        var end = cells.one(List.of("\n", "\r\n", "\r"));
        var text = new StringBuilder(mark);
        boolean always = random.nextInt(4) == 0;
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i > 0 ? delimiter : "").append(quoted(row.get(i), delimiter, always));
            }
            text.append(end);
        }
        kind += " " + charset + (mark.isEmpty() ? "" : " marked") + " " + delimiter;
        return text.toString().getBytes(charset);
    }

    private static String quoted(String cell, String delimiter, boolean always) {
        boolean needed = always || cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n");
        return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private byte[] html(List<List<String>> rows) {
        var page = new StringBuilder("<html><head><style>td{color:red}</style></head><body>");
        page.append(random.nextBoolean() ? "<table><tr><td>menu</td></tr></table>" : "")
                .append("<table border=1>");
        for (var row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table></body></html>");
        var charset = cells.one(CHARSETS);
        kind += " " + charset;
        return ("\uFEFF" + page).getBytes(charset.name().startsWith("UTF") ? charset : StandardCharsets.UTF_8);
    }

    private static String escaped(String cell) {
        return cell.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\u00A0", "&nbsp;")
                .replace("\n", "<br>");
    }

    private static byte[] xml(List<List<String>> rows) {
        var book = new StringBuilder("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"s\"><Table>");
        for (var row : rows) {
            book.append("<Row>");
            row.forEach(cell -> book.append("<Cell><Data ss:Type=\"String\">")
                    .append(cell.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</Data></Cell>"));
            book.append("</Row>");
        }
        return (book + "</Table></Worksheet></Workbook>").getBytes(StandardCharsets.UTF_8);
    }

    /** One to three sheets with the header and a part of the rows each, others before, between and hidden. */
    private byte[] book(Workbook book, List<String> header, List<List<String>> rows) throws IOException {
        int sheets = 1 + random.nextInt(Math.min(3, rows.size()));
        for (int i = 0; i < sheets; i++) {
            if (random.nextInt(3) == 0) {
                var other = book.createSheet("other " + i);
                other.createRow(0).createCell(0).setCellValue("说明");
                book.setSheetHidden(book.getSheetIndex(other), random.nextBoolean());
            }
            sheet(
                    book,
                    "data " + i,
                    framed(header, rows.subList(rows.size() * i / sheets, rows.size() * (i + 1) / sheets)));
        }
        kind += " of " + sheets;
        var bytes = new ByteArrayOutputStream();
        try (book) {
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** Equal codes in the first column below one another are sometimes one merged cell. */
    private void sheet(Workbook book, String name, List<List<String>> rows) {
        var sheet = book.createSheet(name);
        int column = random.nextInt(4);
        boolean merges = random.nextBoolean();
        int first = 0;
        for (int r = 0; r < rows.size(); r++) {
            boolean same = r > 0
                    && merges
                    && rows.get(r).size() > 1
                    && rows.get(r).get(0).equals(rows.get(r - 1).get(0));
            var row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                row.createCell(c + column)
                        .setCellValue(same && c == 0 ? "" : rows.get(r).get(c));
            }
            if (!same && r - first > 1) {
                sheet.addMergedRegion(new CellRangeAddress(first, r - 1, column, column));
            }
            first = same ? first : r;
        }
        if (rows.size() - first > 1) {
            sheet.addMergedRegion(new CellRangeAddress(first, rows.size() - 1, column, column));
        }
    }

    private byte[] packed(byte[] bytes) throws IOException {
        int how = random.nextInt(6);
        if (how > 1) {
            return bytes;
        }
        kind += how == 0 ? " gz" : " zip";
        var packed = new ByteArrayOutputStream();
        if (how == 0) {
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
        } else {
            try (var zip = new ZipOutputStream(packed, Charset.forName("GBK"))) {
                zip.putNextEntry(new ZipEntry("销售.dat"));
                zip.write(bytes);
            }
        }
        return packed.toByteArray();
    }
}
