package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.BankMatch.Paper;
import io.dayclose.consignment.BankMatch.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt pays the statement it names, else the one that fits it in only one way. */
class BankMatchTest {
    private static final Paper S1 = paper("S1", "2026-10-16", "2026-11-05", "997.00");
    private static final Paper S2 = paper("S2", "2026-11-01", "2026-11-20", "498.50");

    private static Paper paper(String number, String from, String payBy, String open) {
        return new Paper(number, LocalDate.parse(from), LocalDate.parse(payBy), new BigDecimal(open));
    }

    private static Receipt receipt(String number, String on, String amount, String reference) {
        return new Receipt(number, LocalDate.parse(on), new BigDecimal(amount), reference);
    }

    private static List<String> match(List<Paper> papers, Receipt... receipts) {
        return BankMatch.match(papers, List.of(receipts), Set.of("S1", "S2")).stream()
                .map(each -> each.receipt() + " " + each.statement() + " " + each.amount())
                .toList();
    }

    @Test
    void the_statement_it_names_whatever_the_amount_and_all_of_several_named() {
        assertThat(match(List.of(S1, S2), receipt("R1", "2026-11-20", "970.00", " S1 ")))
                .containsExactly("R1 S1 970.00");
        assertThat(match(List.of(S1, S2), receipt("R1", "2026-11-20", "1500.00", "S1、S2")))
                .containsExactly("R1 S1 997.00", "R1 S2 503.00");
    }

    @ParameterizedTest
    @CsvSource({"2026-10-15, 0", "2026-10-16, 1", "2026-12-20, 1", "2026-12-21, 0"})
    void by_its_amount_from_the_first_day_of_the_cycle_until_forty_five_days_after_the_pay_day(String on, int found) {
        assertThat(match(List.of(S1), receipt("R1", on, "997.00", ""))).hasSize(found);
    }

    @Test
    void one_receipt_for_two_statements_and_two_for_one() {
        assertThat(match(List.of(S1, S2), receipt("R1", "2026-11-20", "1495.50", "")))
                .containsExactly("R1 S1 997.00", "R1 S2 498.50");
        assertThat(match(
                        List.of(S1),
                        receipt("R1", "2026-11-05", "600.00", ""),
                        receipt("R2", "2026-11-06", "397.00", "")))
                .containsExactly("R1 S1 600.00", "R2 S1 397.00");
    }

    @Test
    void what_fits_in_two_ways_or_in_none_waits() {
        var twin = paper("S2", "2026-10-16", "2026-11-05", "997.00");
        assertThat(match(List.of(S1, twin), receipt("R1", "2026-11-05", "997.00", "")))
                .isEmpty();
        assertThat(match(List.of(S1), receipt("R1", "2026-11-05", "990.00", "thank you")))
                .isEmpty();
    }

    /**
     * R1 is placed by its reference, by its amount on S1, by its amount on both. It would also fit S2 by its amount, or with R2 come to
     * what S2 or a third statement waits for: 997 + 503 = 1500, 1495.50 + 504.50 = 2000.
     */
    @Test
    void a_receipt_is_placed_once() {
        assertThat(match(List.of(S1, S2), receipt("R1", "2026-11-20", "498.50", " S1")))
                .containsExactly("R1 S1 498.50");
        assertThat(match(
                        List.of(S1, paper("S2", "2026-11-01", "2026-11-20", "100.00")),
                        receipt("R1", "2026-11-20", "100.00", "S1")))
                .containsExactly("R1 S1 100.00");
        assertThat(match(
                        List.of(S1, paper("S2", "2026-11-01", "2026-11-20", "1500.00")),
                        receipt("R1", "2026-11-20", "997.00", ""),
                        receipt("R2", "2026-11-20", "503.00", "")))
                .containsExactly("R1 S1 997.00");
        assertThat(match(
                        List.of(S1, S2, paper("S3", "2026-11-01", "2026-11-20", "2000.00")),
                        receipt("R1", "2026-11-20", "1495.50", ""),
                        receipt("R2", "2026-11-20", "504.50", "")))
                .containsExactly("R1 S1 997.00", "R1 S2 498.50");
    }

    @Test
    void twice_what_a_statement_waits_for_pays_no_two_and_two_that_do_not_add_up_pay_none() {
        assertThat(match(List.of(S1), receipt("R1", "2026-11-05", "1994.00", "")))
                .isEmpty();
        assertThat(match(
                        List.of(S1),
                        receipt("R1", "2026-11-05", "600.00", ""),
                        receipt("R2", "2026-11-05", "390.00", "")))
                .isEmpty();
    }

    /** 600 + 397 = 650 + 347 = 997 = what S1 waits for; a twin of S1 waits for the same. */
    @Test
    void two_receipts_pay_a_statement_only_when_there_is_no_other_way() {
        var day = "2026-11-05";
        assertThat(match(
                        List.of(S1),
                        receipt("R1", day, "600.00", ""),
                        receipt("R2", day, "397.00", ""),
                        receipt("R3", day, "650.00", ""),
                        receipt("R4", day, "347.00", "")))
                .as("no other two")
                .isEmpty();
        var twin = paper("S2", "2026-10-16", "2026-11-05", "997.00");
        assertThat(match(List.of(S1, twin), receipt("R1", day, "600.00", ""), receipt("R2", day, "397.00", "")))
                .as("no other statement")
                .isEmpty();
        var smaller = paper("S2", "2026-10-16", "2026-11-05", "900.00");
        assertThat(match(
                        List.of(S1, smaller),
                        receipt("R1", day, "600.00", ""),
                        receipt("R2", day, "397.00", ""),
                        receipt("R3", day, "300.00", "")))
                .as("600 is a part of either")
                .isEmpty();
    }

    /** R1 may be all of S1 or of S2, so nobody knows whether it is a part of S3: 100 + 50. */
    @Test
    void a_receipt_that_may_pay_a_statement_alone_is_no_part_of_another() {
        var papers = List.of(
                paper("S1", "2026-11-01", "2026-11-20", "100.00"),
                paper("S2", "2026-11-01", "2026-11-20", "100.00"),
                paper("S3", "2026-11-01", "2026-11-20", "150.00"));
        assertThat(match(papers, receipt("R1", "2026-11-20", "100.00", ""), receipt("R2", "2026-11-20", "50.00", "")))
                .isEmpty();
    }

    @Test
    void two_receipts_out_of_time_do_not_pay_together() {
        assertThat(match(
                        List.of(S1),
                        receipt("R1", "2026-10-15", "600.00", ""),
                        receipt("R2", "2026-11-05", "397.00", "")))
                .isEmpty();
    }
}
