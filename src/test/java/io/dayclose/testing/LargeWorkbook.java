package io.dayclose.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook too large to be made by a library in a test's time: its parts written straight down, as Excel lays them out.
 * Style 1 is a date, style 2 a time.
 *
 * @param shared the texts that cells refer to by number
 * @param cells the cells of a row, the header being row 0: made by {@link #shared}, {@link #inline} and {@link #number}
 */
public record LargeWorkbook(int rows, List<String> shared, IntFunction<List<String>> cells) {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static String shared(int number) {
        return " t=\"s\"><v>" + number + "</v>";
    }

    public static String inline(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
    }

    public static String number(int style, Object number) {
        return " s=\"" + style + "\"><v>" + number + "</v>";
    }

    public void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
            part(zip, out, "[Content_Types].xml", types());
            part(zip, out, "_rels/.rels", relations("officeDocument xl/workbook.xml"));
            part(zip, out, "xl/workbook.xml", """
                    <workbook %s xmlns:r="%s"><sheets><sheet name="销售明细" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """.formatted(MAIN, RELATION));
            part(
                    zip,
                    out,
                    "xl/_rels/workbook.xml.rels",
                    relations(
                            "worksheet worksheets/sheet1.xml", "styles styles.xml", "sharedStrings sharedStrings.xml"));
            part(zip, out, "xl/styles.xml", """
                    <styleSheet %s><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm:ss"/></numFmts>
                    <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
                    <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>
                    """.formatted(MAIN));
            part(zip, out, "xl/sharedStrings.xml", "<sst " + MAIN + ">");
            for (var text : shared) {
                out.write("<si><t>" + text + "</t></si>");
            }
            out.write("</sst>");
            part(zip, out, "xl/worksheets/sheet1.xml", "<worksheet " + MAIN + "><sheetData>");
            for (int i = 0; i <= rows; i++) {
                row(out, i + 1, cells.apply(i));
            }
            out.write("</sheetData></worksheet>");
            out.flush();
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    /** Begins a part; what is written from now on belongs to it. */
    private static void part(ZipOutputStream zip, Writer out, String name, String text) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML + text);
    }

    private static void row(Writer out, int line, List<String> cells) throws IOException {
        out.write("<row r=\"" + line + "\">");
        for (int i = 0; i < cells.size(); i++) {
            out.write("<c r=\"" + (char) ('A' + i) + line + "\"" + cells.get(i) + "</c>");
        }
        out.write("</row>");
    }

    private static String types() {
        return """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/></Types>
                """.formatted(TYPE);
    }

    /** Each a kind and a target. */
    private static String relations(String... targets) {
        return IntStream.range(0, targets.length)
                .mapToObj(i -> "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                        .formatted(
                                i + 1,
                                RELATION,
                                targets[i].split(" ")[0],
                                targets[i].split(" ")[1]))
                .collect(Collectors.joining(
                        "",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
                        "</Relationships>"));
    }
}
