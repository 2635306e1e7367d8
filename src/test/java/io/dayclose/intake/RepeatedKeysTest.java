package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two rows of one key in one file: nobody can tell which is right, unless the feed says so. */
class RepeatedKeysTest extends CompanyNights {
    private static final String FACTS =
            "SELECT doc_no, line_no, quantity, amount, version, void FROM sale ORDER BY doc_no, line_no, version";
    private static final String OPEN =
            "SELECT voucher_key, source_line, reason, column_name, value, expected, branch_code FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key, source_line";
    private static final String COUNTS =
            "SELECT read_count, accepted, corrected, duplicate, returned, read_amount, accepted_amount, duplicate_amount FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY source_id";

    private static String sale(String key, int pieces) {
        return "%s,SALE,2026-11-22,W001,P005,G001,%d,10.00,,%d0.00,,,,".formatted(key, pieces, pieces);
    }

    private void repeats(String word) {
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\nrepeats: %s\n".formatted(word));
        restart();
    }

    @AfterEach
    void usualBlocks() {
        System.clearProperty("dayclose.block-size");
    }

    @Test
    void both_rows_go_back_each_with_the_line_of_the_other_and_one_of_them_settles_both() {
        home.sales("sale-1.csv", sale("S1,1", 1), sale("S2,1", 1), sale("S1,1", 3), sale("S2,1", 1));
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S2 1 1 10.00 1 null");
        assertThat(rows(OPEN))
                .containsExactly("S1/1 2 DUPLICATE_KEY doc_no S1/1 4 B01", "S1/1 4 DUPLICATE_KEY doc_no S1/1 2 B01");
        assertThat(rows(COUNTS)).containsExactly("4 1 0 1 2 60.00 10.00 10.00");
        home.sales("sale-2.csv", sale("S1,1", 3));
        nights.run("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 1 3 30.00 1 null", "S2 1 1 10.00 1 null");
        assertThat(rows(OPEN)).isEmpty();
    }

    @Test
    void a_sale_and_its_cancellation_and_amounts_written_otherwise_are_no_clash() {
        home.sales(
                "sale-1.csv",
                sale("S1,1", 1),
                "S1,1,,,,,,,,,,,,,Y",
                "S2,01,SALE,2026-11-22,W001,P005,G001,1,10,,10,,,,",
                sale("S2,1", 1));
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S1 1 1 10.00 1 null", "S1 1 1 10.00 2 Y", "S2 1 1 10.00 1 null");
        assertThat(rows(OPEN)).isEmpty();
    }

    @Test
    void a_fact_of_an_earlier_file_stays_while_both_rows_wait_and_a_second_file_corrects_as_ever() {
        home.sales("sale-1.csv", sale("S1,1", 5));
        nights.run("2026-11-22");
        home.sales("sale-2.csv", sale("S1,1", 1), sale("S1,1", 3));
        nights.run("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 1 5 50.00 1 null");
        assertThat(rows(OPEN)).hasSize(2);
        home.sales("sale-3.csv", sale("S1,1", 4));
        nights.run("2026-11-24");
        assertThat(rows(FACTS)).containsExactly("S1 1 5 50.00 1 null", "S1 1 4 40.00 2 null");
        assertThat(rows(OPEN)).isEmpty();
    }

    @Test
    void the_last_row_counts_where_the_feed_says_so() {
        repeats("last");
        home.sales("sale-1.csv", sale("S1,1", 1), sale("S2,1", 1), sale("S1,1", 3));
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S1 1 3 30.00 1 null", "S2 1 1 10.00 1 null");
        assertThat(rows(COUNTS)).containsExactly("3 2 0 1 0 50.00 40.00 10.00");
    }

    @Test
    void parts_are_added_up_where_the_feed_says_so_unless_they_differ_in_anything_else() {
        repeats("sum");
        home.sales(
                "sale-1.csv",
                sale("S1,1", 1),
                sale("S2,1", 2),
                sale("S1,1", 3),
                sale("S1,1", 3),
                sale("S2,1", 2).replace("W001", "W002"));
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S1 1 7 70.00 1 null");
        assertThat(rows(COUNTS)).containsExactly("5 1 0 2 2 110.00 70.00 0.00");
        assertThat(rows(OPEN))
                .extracting(row -> row.substring(0, 20))
                .containsExactly("S2/1 3 DUPLICATE_KEY", "S2/1 6 DUPLICATE_KEY");
    }

    @Test
    void master_data_follows_the_same_rule() {
        home.write("inbox/product-2.csv", "product_code,name,category\nG7,甲,配件\nG7,乙,配件\nG8,丙,配件\n");
        nights.run("2026-11-22");
        assertThat(rows("SELECT product_code FROM product WHERE product_code IN ('G7', 'G8')"))
                .containsExactly("G8");
        assertThat(
                        rows(
                                "SELECT voucher_key, expected FROM voucher WHERE reason = 'DUPLICATE_KEY' ORDER BY source_line"))
                .containsExactly("G7 3", "G7 2");
    }

    @Test
    void check_refuses_what_cannot_be_added_or_told_apart() {
        home.write(
                "jobs-config/feeds/outlet.yml",
                "feed: outlet\nsource: {files: \"outlet-*.csv\"}\nkey: [outlet_code, valid_from]\nrepeats: sum\n");
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {jdbc: erp, sql: extract/sale.sql}\nkey: [doc_no, line_no]\nrepeats: last\n");
        assertThat(home.load().problems().sorted().stream()
                        .map(problem -> problem.text(Language.EN))
                        .toList())
                .anyMatch(text -> text.contains("outlet.yml:4") && text.contains("[DC-146]"))
                .anyMatch(text -> text.contains("sale.yml:4") && text.contains("[DC-145]"));
    }

    /** Seeded: whatever the order and wherever blocks end, the same rows are facts, duplicates and returned. */
    @Test
    void the_order_of_rows_and_the_size_of_blocks_change_nothing() {
        for (int seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<String>();
            var clashing = random.ints(40, 0, 40).distinct().boxed().toList().subList(0, 5);
            for (int i = 0; i < 40; i++) {
                lines.add(sale("D%d-%d,1".formatted(seed, i), 1 + i % 3));
                if (clashing.contains(i)) {
                    lines.add(sale("D%d-%d,1".formatted(seed, i), 5));
                } else if (random.nextInt(4) == 0) {
                    lines.add(lines.get(lines.size() - 1));
                }
            }
            Collections.shuffle(lines, random);
            System.setProperty("dayclose.block-size", String.valueOf(1 + random.nextInt(20)));
            home.sales("sale-%d.csv".formatted(seed), lines.toArray(String[]::new));
            var night = java.time.LocalDate.of(2026, 11, 22).plusDays(seed).toString();
            nights.run(night);
            var like = "LIKE 'D%d-%%'".formatted(seed);
            assertThat(rows("SELECT COUNT(*) FROM sale WHERE version = 1 AND doc_no " + like))
                    .as("seed " + seed)
                    .containsExactly("35");
            assertThat(rows(
                            "SELECT voucher_key FROM voucher WHERE reason = 'DUPLICATE_KEY' AND resolved_on IS NULL AND voucher_key "
                                    + like))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(twice(seed, clashing));
        }
        assertThat(rows("SELECT COUNT(*) FROM sale WHERE version > 1")).containsExactly("0");
    }

    private static List<String> twice(int seed, List<Integer> clashing) {
        return clashing.stream()
                .flatMap(i -> Collections.nCopies(2, "D%d-%d/1".formatted(seed, i)).stream())
                .toList();
    }
}
