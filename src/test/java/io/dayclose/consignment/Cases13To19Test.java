package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Edge cases 13 to 19 of reconciliation.md 3b: returned, refused, changed, split, sent twice in one file. */
class Cases13To19Test extends CaseNights {

    @Override
    void write() {
        for (int i = 13; i <= 19; i++) {
            company.agreement("C" + i);
        }
        company.agreement("C14", "refusal-fee", "8.00").agreement("C17", "aliases", "true");
        company.agreement("C18B");
        returnedAndRefused();
        changedAndSplit();
        sameLineTwice();
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
}
