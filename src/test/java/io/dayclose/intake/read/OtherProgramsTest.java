package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One table as fourteen programs and forms wrote it: Apache POI (all three writers), fastexcel, openpyxl, XlsxWriter, xlwt,
 * Gnumeric (Open XML and Excel 95) and LibreOffice (from .ods to .xls, .xlsx, HTML, UTF-16 and GB18030 text). The same
 * records come of each.
 */
class OtherProgramsTest {
    private static final Path EXPORTS = Path.of("src/test/resources/exports");

    @TempDir
    private Path folder;

    private static List<Path> exports() throws IOException {
        try (var files = Files.list(EXPORTS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void the_same_table_gives_the_same_records_whoever_wrote_it(Path export) throws IOException {
        var feed = new TestHome(folder)
                .write("jobs-config/company.yml", "name: {zh: 测试, en: Test}\nzone: Asia/Shanghai\n")
                .write("jobs-config/feeds/sale.yml", """
                        feed: sale
                        source: {files: "sale*"}
                        key: [doc_no, line_no]
                        columns:
                          doc_no: [单据号]
                          line_no: [行号]
                          kind: [类型]
                          business_date: [业务日期]
                          sold_at: [销售时间]
                          outlet_code: [网点编码]
                          product_code: [商品编码]
                          quantity: [数量]
                          unit_price: [单价]
                          discount: [折扣额]
                          amount: [金额]
                        """)
                .home()
                .feeds()
                .get(0);
        assertThat(read(export, feed))
                .containsExactly(
                        "000123 1 SALE 2026-11-22 2026-11-22T09:05 W001 00501 2 9.5 - 19.00",
                        "000123 2 SALE 2026-11-22 2026-11-22T09:05 W001 00502 1 1234.56 4.56 1230.00",
                        "S-2 1 RETURN 2026-11-22 - W002 00501 1 9.5 - 9.50",
                        "S3 1 SALE 2026-11-21 2026-11-21T23:59:59 W002 G 7 10 0.1 - 1.00");
    }

    private static List<String> read(Path file, Feed feed) throws IOException {
        var records = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            var texts = new RecordTexts(feed, rows);
            for (var row = rows.next(); row != null; row = rows.next()) {
                records.add(texts.of(row));
            }
        }
        return records;
    }
}
