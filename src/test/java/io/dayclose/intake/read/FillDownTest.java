package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty cell that means the one above it takes no other record's. */
class FillDownTest {
    @TempDir
    private Path folder;

    private List<String> read(String... rows) throws IOException {
        var feed = new TestHome(folder)
                .write("jobs-config/company.yml", "name: {zh: 测试, en: Test}\n")
                .write("jobs-config/feeds/expense.yml", """
                        feed: expense
                        source: {files: "expense*"}
                        key: [entry_no]
                        layout: {fill-down: [entry_date, branch_code]}
                        """)
                .home()
                .feeds()
                .get(0);
        var file = Files.writeString(
                folder.resolve("expense.csv"),
                "entry_no,entry_date,branch_code,category,amount\n" + String.join("\n", rows) + "\n");
        var found = new ArrayList<String>();
        try (var source = Rows.open(file, feed)) {
            for (var row = source.next(); row != null; row = source.next()) {
                found.add((row.damaged() ? "damaged " : "") + String.join(",", row.cells()));
            }
        }
        return found;
    }

    @Test
    void rows_take_what_stands_above_them_also_when_a_sum_stands_between() throws IOException {
        assertThat(read(
                        "E1,2026-11-21,B01,rent,1.00",
                        "E2,,,fuel,2.00",
                        "合计,,,,3.00",
                        "E3,2026-11-22,B02,rent,4.00",
                        "E4,,,fuel,5.00",
                        "合计,,,,9.00"))
                .containsExactly(
                        "E1,2026-11-21,B01,rent,1.00",
                        "E2,2026-11-21,B01,fuel,2.00",
                        "E3,2026-11-22,B02,rent,4.00",
                        "E4,2026-11-22,B02,fuel,5.00");
    }

    @Test
    void a_record_that_lacks_most_gives_down_what_it_has_all_the_same() throws IOException {
        assertThat(read("E1,2026-11-21,B01,rent,1.00", "E2,2026-11-22,B02,,", "E3,,,fuel,5.00"))
                .containsExactly("E1,2026-11-21,B01,rent,1.00", "E2,2026-11-22,B02,,", "E3,2026-11-22,B02,fuel,5.00");
    }

    @Test
    void nothing_comes_down_past_a_damaged_row() throws IOException {
        assertThat(read("E1,2026-11-21,B01,rent,1.00", "E2,2026-11-22,B02,rent,1,000.00", "E3,,,fuel,5.00"))
                .containsExactly(
                        "E1,2026-11-21,B01,rent,1.00", "damaged E2,2026-11-22,B02,rent,1,000.00", "E3,,,fuel,5.00");
    }
}
