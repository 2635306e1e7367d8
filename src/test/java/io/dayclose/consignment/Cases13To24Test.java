package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Edge cases 13 to 24 of reconciliation.md 3b: refused, changed, twice, corrected, unknown. */
class Cases13To24Test extends CaseNights {

    @Override
    void write() {
        for (int i = 13; i <= 24; i++) {
            company.agreement("C" + i);
        }
        company.agreement("C14", "refusal-fee", "8.00").agreement("C17", "aliases", "true");
        company.agreement("C18B").agreement("C21B");
        returnedAndRefused();
        changedAndSplit();
        sameLineTwice();
        sameFileTwice();
        correctedAndUnknown();
    }

    private void returnedAndRefused() {
        first().parcels(octoberParcel("C13", "C13W1", "1000.00").with("dealer_code", "D13"))
                .paid(october("C13", collect("C13W1", "1000.00", "3.00")));
        second().parcels(
                        octoberParcel("C13", "C13W1", "1000.00")
                                .with("dealer_code", "D13")
                                .became("RETURNED", "2026-11-20"),
                        parcel("C13", "C13W2", "500.00"))
                .back("C13W1")
                .statement(november("C13"));
        second().parcels(
                        parcel("C14", "C14W1", "600.00").became("REFUSED", "2026-11-05"),
                        parcel("C14", "C14W2", "1000.00").became("REFUSED", "2026-11-05"),
                        parcel("C14", "C14W3", "700.00").became("REFUSED", "2026-11-14"))
                .back("C14W1")
                .back("C14W2")
                .paid(november("C14", line("FEE", "C14W1", "0.00", "8.00"), collect("C14W2", "1000.00", "3.00")))
                .parcels(parcel("C15", "C15W1", "900.00")
                        .became("PART_REFUSED", "2026-11-05")
                        .with("refused_amount", "300.00"))
                .back("C15W1")
                .paid(november("C15", collect("C15W1", "600.00", "1.80")));
    }

    private void changedAndSplit() {
        var delivered = "2026-11-05 10:00:00";
        first().parcels(
                        parcel("C16", "C16W1", "1000.00").became("SHIPPED", ""),
                        parcel("C16", "C16W2", "1000.00").with("status_at", delivered));
        second().parcels(
                        parcel("C16", "C16W1", "1200.00")
                                .with("status_at", delivered)
                                .with("cod_changed_at", "2026-11-04 09:00:00"),
                        parcel("C16", "C16W2", "700.00")
                                .with("status_at", delivered)
                                .with("cod_changed_at", "2026-11-08 09:00:00"))
                .paid(november("C16", collect("C16W1", "1000.00", "3.00"), collect("C16W2", "1000.00", "3.00")))
                .parcels(
                        parcel("C17", "C17W1", "1000.00").with("order_no", "O17"),
                        parcel("C17", "C17W2", "0.00").with("order_no", "O17"))
                .paid(november("C17", collect("C17W2", "1000.00", "3.00")));
        third().parcels(parcel("C17", "C17W2", "0.00").with("order_no", "O17").with("parent_waybill_no", "C17W1"));
    }

    private void sameLineTwice() {
        for (var carrier : List.of("C18", "C18B", "C19")) {
            var identity = carrier.equals("C19") ? "" : "L1";
            var line = collect(carrier + "W1", "1000.00", "3.00").with("carrier_line_id", identity);
            var statement = november(carrier, line, line);
            var payment = statement.payment().with("amount", carrier.equals("C18B") ? "997.00" : "1994.00");
            second().parcels(parcel(carrier, carrier + "W1", "1000.00"))
                    .statement(statement)
                    .receipt(payment);
        }
    }

    private void sameFileTwice() {
        var again = november("C20", collect("C20W1", "1000.00", "3.00"));
        for (var night : List.of(SECOND, THIRD)) {
            company.before(night)
                    .file(
                            "remittance_line-c20-" + night + ".csv",
                            CarrierInbox.csv("remittance_line", again.numbered()))
                    .file(
                            "remittance_statement-c20-" + night + ".csv",
                            CarrierInbox.csv("remittance_statement", List.of(again.head())));
        }
        second().receipt(again.payment()).parcels(parcel("C20", "C20W1", "1000.00"));
        for (var carrier : List.of("C21", "C21B")) {
            var first = collect(carrier + "W1", "1000.00", "3.00").with("carrier_line_id", "L1");
            var other = collect(carrier + "W2", "250.00", "0.75").with("carrier_line_id", "L2");
            second().parcels(parcel(carrier, carrier + "W1", "1000.00"), parcel(carrier, carrier + "W2", "300.00"))
                    .paid(november(carrier, first, other));
            var number = carrier.equals("C21") ? "C21-11H1" : "C21B-EXPORTED-AGAIN";
            third().statement(WrittenStatement.of(carrier, number, first, other));
        }
        second().parcels(IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> parcel("C22", "C22W%03d".formatted(i), "100.00"))
                        .toArray(FeedRow[]::new))
                .paid(november("C22").lines(overlapping().subList(0, 60)));
        var whole = WrittenStatement.of("C22", "C22-ALL").lines(overlapping());
        third().statement(whole).receipt(whole.payment().with("amount", "3988.00"));
    }

    private static List<FeedRow> overlapping() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(
                        i -> collect("C22W%03d".formatted(i), "100.00", "0.30").with("carrier_line_id", "L" + i))
                .toList();
    }

    private void correctedAndUnknown() {
        var lines = new ArrayList<>(Stream.of("1000.00 3.00", "500.00 1.50", "300.00 0.90")
                .map(each -> each.split(" "))
                .map(each -> collect("", each[0], each[1]))
                .toList());
        lines.replaceAll(line -> line.with("waybill_no", "C23W" + (lines.indexOf(line) + 1))
                .with("carrier_line_id", "L" + (lines.indexOf(line) + 1)));
        var wrong = november("C23").lines(lines);
        second().parcels(
                        parcel("C23", "C23W1", "1000.00"),
                        parcel("C23", "C23W2", "500.00"),
                        parcel("C23", "C23W3", "300.00"))
                .paid(wrong);
        var right = november(
                        "C23", lines.get(0), collect("C23W3", "250.00", "0.75").with("carrier_line_id", "L3"))
                .revision(2);
        third().statement(right).receipt(right.payment()); // the bank's record is corrected, too
        second().paid(november("C24", collect("C24W1", "1000.00", "3.00")));
        third().parcels(parcel("C24", "C24W1", "1000.00"));
    }

    @Test
    void case_13_a_parcel_returned_after_payment_is_a_credit_of_its_dealer_and_of_nobody_else() {
        assertThat(company.receivables("C13", SECOND)).contains("C13W2 0.00 500.00 DUE");
        assertThat(company.breaks("C13", SECOND)).contains("NOT_REMITTED C13W2 500.00");
        // assumed: the carrier's row is not negative; the credit shows as a row of the dealer
        assertThat(company.show("receivables", SECOND).stream()
                        .filter(row -> row.isOf("C13"))
                        .map(row -> row.amount("open").signum()))
                .doesNotContain(-1);
        assertThat(Stream.of("receivables", "suspense")
                        .flatMap(what -> company.show(what, SECOND).stream())
                        .filter(row -> row.isOf("D13")))
                .as("1000.00 owed to D13")
                .hasSize(1);
    }

    @Test
    void case_14_a_refused_parcel_is_cancelled_and_its_goods_must_come_back() {
        assertThat(company.receivables("C14", SECOND))
                .containsExactly("C14W1 0.00 0.00 CANCELLED", "C14W2 0.00 0.00 CANCELLED", "C14W3 0.00 0.00 CANCELLED");
        assertThat(company.breaks("C14", SECOND)).containsExactly("PAID_REFUSED C14W2 1000.00");
        assertThat(company.suspense("C14", SECOND)).containsExactly("C14W2 1000.00");
        assertThat(company.breaks("C14", THIRD))
                .as("ten days after the 14th are over")
                .containsExactly("GOODS_NOT_BACK C14W3 700.00", "PAID_REFUSED C14W2 1000.00");
    }

    @Test
    void case_15_what_was_kept_of_a_partly_refused_parcel_is_settled() {
        assertThat(company.receivable("C15W1", SECOND).text("gross", "adjusted", "settled", "open", "state"))
                .isEqualTo("900.00 -300.00 600.00 0.00 SETTLED");
        assertThat(company.breaks("C15", SECOND)).isEmpty();
    }

    @Test
    void case_16_the_amount_in_force_at_delivery_is_owed() {
        assertThat(company.receivables("C16", SECOND))
                .containsExactly("C16W1 1000.00 200.00 PARTIAL", "C16W2 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C16", SECOND)).containsExactly("SHORT C16W1 200.00");
        assertThat(company.oneBreak("SHORT", "C16", SECOND).get("why")).contains("2026-11-04");
    }

    @Test
    void case_17_of_an_order_in_two_parcels_the_one_without_cod_is_unknown_until_it_has_an_alias() {
        assertThat(company.receivables("C17", SECOND)).containsExactly("C17W1 0.00 1000.00 DUE");
        assertThat(company.breaks("C17", SECOND))
                .containsExactly("NOT_REMITTED C17W1 1000.00", "UNKNOWN_WAYBILL C17W2 1000.00");
        assertThat(company.receivables("C17", THIRD)).containsExactly("C17W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C17", THIRD)).isEmpty();
    }

    @Test
    void case_18_a_line_twice_is_held_when_the_bank_paid_both_and_a_gap_when_it_paid_one() {
        assertThat(company.receivables("C18", SECOND)).containsExactly("C18W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C18", SECOND)).containsExactly("DUPLICATE_LINE C18W1 1000.00");
        assertThat(company.suspense("C18", SECOND)).containsExactly("C18W1 1000.00");
        assertThat(company.receivables("C18B", SECOND)).containsExactly("C18BW1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C18B", SECOND)).contains("BANK_GAP C18B-11H1 997.00");
        assertThat(company.oneBreak("BANK_GAP", "C18B", SECOND).get("why")).contains("C18BW1");
        assertThat(company.suspense("C18B", SECOND)).isEmpty();
    }

    @Test
    void case_19_a_second_identical_row_without_an_identity_is_a_question() {
        assertThat(company.receivables("C19", SECOND)).containsExactly("C19W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C19", SECOND)).containsExactly("DUPLICATE_LINE C19W1 1000.00");
        assertThat(company.suspense("C19", SECOND)).containsExactly("C19W1 1000.00");
    }

    @Test
    void case_20_the_same_bytes_under_another_name_change_nothing() {
        assertThat(company.receivables("C20", SECOND)).containsExactly("C20W1 1000.00 0.00 SETTLED");
        unchanged("C20");
    }

    @Test
    void case_21_the_same_lines_exported_again_change_nothing() {
        assertThat(company.breaks("C21", SECOND)).containsExactly("SHORT C21W2 50.00");
        unchanged("C21");
        assertThat(company.breaks("C21B", SECOND)).containsExactly("SHORT C21BW2 50.00");
        unchanged("C21B");
    }

    private void unchanged(String carrier) {
        assertThat(company.receivables(carrier, THIRD)).isEqualTo(company.receivables(carrier, SECOND));
        assertThat(company.breaks(carrier, THIRD)).isEqualTo(company.breaks(carrier, SECOND));
        assertThat(company.suspense(carrier, THIRD)).isEqualTo(company.suspense(carrier, SECOND));
    }

    @Test
    void case_22_of_an_overlapping_file_only_the_new_lines_count() {
        assertThat(company.receivables("C22", SECOND).stream().filter(row -> row.endsWith("SETTLED")))
                .hasSize(60);
        assertThat(company.receivables("C22", THIRD)).hasSize(100).allMatch(row -> row.endsWith("SETTLED"));
        assertThat(company.suspense("C22", THIRD)).isEmpty();
        assertThat(company.breaks("C22", THIRD)).noneMatch(row -> row.matches("(DUPLICATE_LINE|FOOTING|OVER) .*"));
    }

    @Test
    void case_23_a_corrected_revision_keeps_reverses_and_matches_again() {
        assertThat(company.receivables("C23", SECOND)).hasSize(3).allMatch(row -> row.endsWith("SETTLED"));
        assertThat(company.breaks("C23", SECOND)).isEmpty();
        assertThat(company.receivables("C23", THIRD).stream().map(row -> row.replaceFirst(" (DUE|REOPENED)$", "")))
                .containsExactly("C23W1 1000.00 0.00 SETTLED", "C23W2 0.00 500.00", "C23W3 250.00 50.00 PARTIAL");
        assertThat(company.breaks("C23", THIRD)).containsExactly("NOT_REMITTED C23W2 500.00", "SHORT C23W3 50.00");
    }

    @Test
    void case_24_an_unknown_waybill_waits_until_its_parcel_is_known() {
        assertThat(company.breaks("C24", SECOND)).containsExactly("UNKNOWN_WAYBILL C24W1 1000.00");
        assertThat(company.suspense("C24", SECOND)).containsExactly("C24W1 1000.00");
        assertThat(company.receivables("C24", THIRD)).containsExactly("C24W1 1000.00 0.00 SETTLED");
        assertThat(company.oneBreak("UNKNOWN_WAYBILL", "C24", THIRD).text("first_seen", "state"))
                .isEqualTo("2026-11-24 AUTO_CLEARED");
        assertThat(company.suspense("C24", THIRD)).isEmpty();
    }
}
