package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.run.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files as they really come: damaged, packed, in other encodings. Nothing is lost without a word. */
class BadFilesTest extends CompanyNights {
    private static final String GOOD = "%s,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,\n";

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> GOOD.formatted("S" + i))
                .collect(Collectors.joining());
    }

    private RunResult night(String name, byte[] bytes) throws IOException {
        var file = folder.resolve("inbox/" + name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        return nights.run("2026-11-22");
    }

    private RunResult night(String text) throws IOException {
        return night("sale-1.csv", (TestHome.SALE_HEADER + text).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void assertCounts(String expected) {
        assertThat(
                        rows(
                                "SELECT read_count, accepted, refused, state FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly(expected);
    }

    @Test
    void a_stray_quote_costs_its_own_line_and_no_other() throws IOException {
        assertThat(night(lines(1, 1) + "\"S2\"x,1,SALE\n\n" + lines(3, 100)).exitCode())
                .isZero();
        assertCounts("100 99 1 DONE");
        assertThat(rows("SELECT source_line, value FROM voucher")).containsExactly("3 \"S2\"x,1,SALE");
    }

    @Test
    void a_quote_that_is_not_closed_swallows_nothing_behind_it() throws IOException {
        night(lines(1, 2) + "\"S3,1,SALE\n" + lines(4, 9) + "\"S10,1\n" + lines(11, 11));
        assertCounts("11 9 2 DONE");
        assertThat(rows("SELECT source_line, value FROM voucher ORDER BY 1"))
                .containsExactly("4 \"S3,1,SALE", "11 \"S10,1");
    }

    @Test
    void a_truncated_or_fake_archive_is_named_with_what_to_do() throws IOException {
        home.write("jobs-config/feeds/sale.yml", "feed: sale\nsource: {files: \"sale-*\"}\nkey: [doc_no, line_no]\n");
        restart();
        var whole = gzip(TestHome.SALE_HEADER + lines(1, 5000));
        Files.write(folder.resolve("inbox/sale-2.csv.gz"), "no archive".getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(folder.resolve("inbox/sale-2.csv.gz"), FileTime.fromMillis(0));
        var result = night("sale-1.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.problems().get(0).text(io.dayclose.text.Language.EN))
                .isEqualTo(
                        "run: 2026-11-22: could not be read, or not to the end: sale-1.csv.gz, sale-2.csv.gz; ask for them again, or mend their feed and run the night again with --reason [DC-409]");
        assertThat(rows("SELECT message FROM job_run").get(0)).contains("DC-409");
    }

    @Test
    void packed_files_are_read_as_they_are_and_two_in_one_archive_are_not() throws IOException {
        home.write(
                "jobs-config/feeds/sale.yml", "feed: sale\nsource: {files: \"sale-*.zip\"}\nkey: [doc_no, line_no]\n");
        restart();
        Files.write(folder.resolve("inbox/sale-2.zip"), zip("a.csv", "b.csv"));
        Files.setLastModifiedTime(folder.resolve("inbox/sale-2.zip"), FileTime.fromMillis(0));
        night("sale-1.zip", zip("sale.csv"));
        assertThat(rows("SELECT name, accepted, state FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly("sale-1.zip 3 DONE", "sale-2.zip 0 UNREADABLE");
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("the archive holds 2 files, not one"));
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((TestHome.SALE_HEADER + lines(1, 3)).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void one_damaged_character_does_not_turn_the_others_into_another_encoding() throws IOException {
        var text = "outlet_code,name,branch_code,channel\nW101,人民路营业厅,B01,OWN\nW102,中X山路,B01,OWN\nW103,解放路,B01,OWN\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'X' ? (byte) 0xFF : bytes[i];
        }
        night("outlet-9.csv", bytes);
        assertThat(rows("SELECT outlet_code, name FROM outlet WHERE outlet_code LIKE 'W10%' ORDER BY 1"))
                .containsExactly("W101 人民路营业厅", "W103 解放路");
        assertThat(rows("SELECT reason FROM voucher")).containsExactly("BAD_CHARACTER");
    }

    @Test
    void a_file_in_gb18030_is_read_as_such() throws IOException {
        night(
                "outlet-9.csv",
                "outlet_code,name,branch_code,channel\nW101,人民路营业厅,B01,OWN\n".getBytes(Charset.forName("GB18030")));
        assertThat(rows("SELECT name FROM outlet WHERE outlet_code = 'W101'")).containsExactly("人民路营业厅");
    }

    @Test
    void two_headers_for_one_column_are_refused_by_name() throws IOException {
        night(
                "sale-1.csv",
                "doc_no,line_no,kind,business_date,outlet_code,product_code,quantity,unit_price,amount,amount\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(nights.notices())
                .anyMatch(notice -> notice.contains("columns \"amount\" and \"amount\" both mean amount; keep one"));
    }

    @Test
    void a_file_no_feed_takes_is_told() throws IOException {
        night("sael-1.csv", new byte[0]);
        assertThat(nights.notices())
                .anyMatch(notice -> notice.startsWith("inbox/sael-1.csv: no feed takes this file; name it as one of "));
    }
}
