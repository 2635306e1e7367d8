package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Bilingual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to do harm end in one line, soon, and without filling the memory. */
@Tag("file")
class HostileFilesTest {
    private static final long MEGABYTE = 1 << 20;
    private static final int BOMB = 400;

    @TempDir
    private Path folder;

    /** What comes of reading a file to its end: its rows, and in the last place what was wrong with it. */
    private List<String> read(String name, byte[] bytes) throws IOException {
        Feed feed = new TestHome(folder).feeds("sale").home().feeds().get(0);
        var file = Files.write(folder.resolve(name), bytes);
        long began = System.nanoTime();
        var found = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                found.add(row.damaged() ? "damaged" : String.join(",", row.cells()));
            }
            found.add(rows.damage().map(Bilingual::en).orElse("whole"));
        } catch (IOException refused) {
            found.add(refused.getMessage());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(name).isLessThan(Duration.ofSeconds(10));
        return found;
    }

    private static String last(List<String> found) {
        return found.get(found.size() - 1);
    }

    private static void zeros(OutputStream out) throws IOException {
        var megabyte = new byte[(int) MEGABYTE];
        for (int i = 0; i < BOMB; i++) {
            out.write(megabyte);
        }
    }

    @Test
    void a_packed_bomb_is_left_unread_once_it_swells_beyond_belief() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write("doc_no,line_no\n".getBytes(StandardCharsets.UTF_8));
            zeros(out);
        }
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("sale.csv"));
            zeros(out);
        }
        assertThat(last(read("sale.csv.gz", gzip.toByteArray()))).isNotEqualTo("whole");
        assertThat(last(read("sale.csv.zip", zip.toByteArray()))).isNotEqualTo("whole");
    }

    @Test
    void lines_without_end_from_a_small_file_are_stopped_as_well() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write("doc_no,line_no\n".getBytes(StandardCharsets.UTF_8));
            var lines = "S1,1\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(lines);
            }
        }
        assertThat(last(read("sale.csv.gz", gzip.toByteArray()))).contains("swells");
    }

    @Test
    void a_workbook_that_swells_or_tells_of_other_files_is_refused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bomb)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("xl/media/picture.bin"));
            zeros(out);
        }
        assertThat(read("sale.xlsx", bomb.toByteArray()))
                .singleElement()
                .asString()
                .contains("swells");
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        var found = read("sale.xlsx", withEntity(workbook("S1"), secret));
        assertThat(found.toString()).doesNotContain("SECRET");
        assertThat(last(found)).isNotEqualTo("whole");
    }

    @Test
    void a_cell_of_a_million_characters_costs_its_own_row_at_most() throws IOException {
        var text = "doc_no,line_no\n" + "x".repeat(1_000_000) + ",1\nS2,1\n";
        assertThat(read("sale.csv", text.getBytes(StandardCharsets.UTF_8))).contains("S2,1", "whole");
    }

    @Test
    void text_in_an_encoding_nobody_agreed_on_is_no_row_of_figures() throws IOException {
        var text = "doc_no,line_no\nS1,1\n";
        assertThat(read("sale.csv", text.getBytes(Charset.forName("UTF-32LE"))).toString())
                .doesNotContain("S1,1");
    }

    /** What comes of a file that must be refused, soon and without filling the memory. */
    private String refused(String name, byte[] bytes) throws IOException {
        return refused(Files.write(folder.resolve(name), bytes));
    }

    private String refused(Path file) throws IOException {
        Feed feed = new TestHome(folder).feeds("sale").home().feeds().get(0);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        var why = "read";
        try (var rows = Rows.open(file, feed)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                why = "read";
            }
            why = rows.damage().map(Bilingual::en).orElse(why);
        } catch (IOException refused) {
            why = refused.getMessage();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(why).isLessThan(Duration.ofSeconds(5));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(why).isLessThan(256 * MEGABYTE);
        return why;
    }

    @Test
    void a_line_of_two_gigabytes_is_refused_before_it_is_read() throws IOException {
        var file = folder.resolve("sale.csv");
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(("doc_no,line_no\n" + "x".repeat(5 << 20)).getBytes(StandardCharsets.UTF_8)));
            out.write(ByteBuffer.wrap(new byte[] {'y'}), 2L << 30);
        }
        assertThat(refused(file)).isEqualTo("a line is longer than 1 MB");
    }

    private static final String BOMB_TYPE = "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
            + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>";

    @Test
    void entities_that_multiply_are_not_followed_in_any_kind_of_workbook() throws IOException {
        var shared =
                rewritten(workbook("S1"), "sharedStrings.xml", text -> text.replaceFirst("<sst", BOMB_TYPE + "<sst")
                        .replace("S1", "&g;"));
        assertThat(refused("sale.xlsx", shared)).isNotEqualTo("read");
        var xml = "<?xml version=\"1.0\"?>" + BOMB_TYPE
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell><Data>&g;</Data></Cell></Row></Table></Worksheet></Workbook>";
        assertThat(refused("sale-1.xls", xml.getBytes(StandardCharsets.UTF_8))).isNotEqualTo("read");
        var page = BOMB_TYPE
                + "<html><table><tr><td>doc_no</td><td>line_no</td></tr><tr><td>&g;</td><td>1</td></tr></table></html>";
        assertThat(refused("sale-2.xls", page.getBytes(StandardCharsets.UTF_8))).isEqualTo("read");
    }

    @Test
    void a_text_or_a_mark_without_end_in_a_workbook_is_refused() throws IOException {
        var text = "x".repeat(2 << 20);
        assertThat(refused(
                        "sale.xlsx", rewritten(workbook("S1"), "sharedStrings.xml", part -> part.replace("S1", text))))
                .contains("has a text longer than 1 MB");
        assertThat(refused(
                        "sale.xlsx",
                        rewritten(
                                workbook("S1"),
                                "sheet1.xml",
                                part -> part.replaceFirst("r=\"A1\"", "r=\"" + text + "\""))))
                .contains("has a text longer than 1 MB");
    }

    private static byte[] workbook(String document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("s");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("doc_no");
            header.createCell(1).setCellValue("line_no");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(document);
            row.createCell(1).setCellValue("1");
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** The same workbook, its shared texts naming a file of this computer. */
    private static byte[] withEntity(byte[] workbook, Path secret) throws IOException {
        var type = "<!DOCTYPE sst [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><sst";
        return rewritten(workbook, "sharedStrings.xml", text -> text.replaceFirst("<sst", type)
                .replace("S1", "&e;"));
    }

    /** The same workbook with one part written otherwise. */
    private static byte[] rewritten(byte[] workbook, String name, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                var out = new ZipOutputStream(bytes)) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                var content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((part.getName().endsWith(name) ? change.apply(content) : content)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
