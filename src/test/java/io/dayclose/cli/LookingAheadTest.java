package io.dayclose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Shell;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the door understood of a file, shown before the first night: no database is asked. */
class LookingAheadTest {
    @TempDir
    private Path folder;

    private TestHome home;
    private Shell shell;

    @BeforeEach
    void start() {
        home = new TestHome(folder);
        home.write("jobs-config/company.yml", "name: {zh: 测试公司, en: Test Company}\nlocale: en\nzone: Asia/Shanghai\n");
        home.write(
                "shop-2026-11-22.csv",
                "Order,Time,Shop,SKU,Qty,Paid\nD3,2026-11-22 10:00:00,W001,G1,2,50.00\nD4,2026-11-22 10:00:00,W001,G1,1.5,50.00\n");
        shell = new Shell(home, Map.of());
    }

    private String file() {
        return folder.resolve("shop-2026-11-22.csv").toString();
    }

    @Test
    void a_file_is_described_then_previewed_with_what_is_wrong() {
        var described = shell.run("describe", file());
        assertThat(described.code()).as(described.err()).isZero();
        assertThat(described.out())
                .contains(
                        "feed: sale",
                        "source: {files: \"shop-{date}.csv\"}",
                        "amount: [\"Paid\"]",
                        "# not sure: kind is worked out as");
        home.write("jobs-config/feeds/sale.yml", described.out());
        var preview = shell.run("preview", file(), "--format", "csv");
        assertThat(preview.code()).as(preview.err()).isEqualTo(4);
        assertThat(preview.lines())
                .startsWith("line,column,header,cell,value,fault")
                .contains(
                        "2,quantity,Qty,2,2,",
                        "2,business_date,date(sold_at),2026-11-22,2026-11-22,",
                        "2,unit_price,\"round(abs(amount / quantity), 8)\",25.00000000,25.00000000,",
                        "2,sold_at,Time,2026-11-22 10:00:00,2026-11-22 10:00:00,");
        assertThat(preview.out()).contains("3,quantity,Qty,1.5,,\"[NOT_WHOLE] Quantities are whole pieces");
        assertThat(preview.err()).contains("1 of the first 2 rows have something wrong");
    }

    @Test
    void a_file_that_is_not_there_or_is_no_table_is_said_in_one_line() {
        assertThat(shell.run("describe", "nowhere.csv").err())
                .isEqualTo(
                        "nowhere.csv: there is no such file, or it may not be read; write its path as seen from here [DC-433]\n");
        home.write("picture.csv", "%PDF-1.7");
        var ended = shell.run("describe", folder.resolve("picture.csv").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("this is a PDF, in which figures have no rows")
                .hasLineCount(1);
        assertThat(shell.run("preview", file()).err()).contains("[DC-");
    }
}
