package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edge cases 1 to 12 of reconciliation.md 3b: whole, batched, partial, short, over and returned. */
class Cases01To12Test extends CaseNights {

    @Override
    void write() {
        for (int i = 1; i <= 12; i++) {
            company.agreement("C%02d".formatted(i));
        }
        company.agreement("C07B", "fee-tolerance", "3.00");
        company.agreement("C09B", "tolerance", "{short: 0.50, over: 0.50, per-statement: 0.80}");
        wholeAndBatched();
        feesAndPartialPayments();
        manyTinyShorts();
        overpaidAndReturned();
    }

    private void wholeAndBatched() {
        second().parcels(parcel("C01", "C01W1", "1000.00"))
                .paid(november("C01", collect("C01W1", "1000.00", "3.00")))
                .parcels(batch("C02"))
                .paid(november("C02", collect("", "3000.00", "9.00").with("batch_ref", "BC02")))
                .parcels(batch("C03"))
                .paid(november("C03", collect("", "2950.00", "8.85").with("batch_ref", "BC03")));
    }

    private static FeedRow[] batch(String carrier) {
        return new FeedRow[] {
            parcel(carrier, carrier + "W1", "1000.00").with("batch_ref", "B" + carrier),
            parcel(carrier, carrier + "W2", "1200.00").with("batch_ref", "B" + carrier),
            parcel(carrier, carrier + "W3", "800.00").with("batch_ref", "B" + carrier)
        };
    }

    private void feesAndPartialPayments() {
        first().parcels(octoberParcel("C04", "C04W1", "1000.00"))
                .paid(october("C04", collect("C04W1", "600.00", "1.80")));
        second().paid(november("C04", collect("C04W1", "400.00", "1.20")))
                // assumed: "net only" reaches the canonical columns as gross = net and fee = 0
                .parcels(parcel("C05", "C05W1", "1000.00"))
                .paid(november("C05", collect("C05W1", "997.00", "0.00")))
                .parcels(parcel("C06", "C06W1", "1000.00"))
                .paid(november("C06", collect("C06W1", "1000.00", "8.00")))
                .parcels(parcel("C07", "C07W1", "1000.00"))
                .paid(november("C07", collect("C07W1", "995.00", "0.00")))
                .parcels(parcel("C07B", "C07BW1", "1000.00"))
                .paid(november("C07B", collect("C07BW1", "995.00", "0.00")))
                .parcels(parcel("C08", "C08W1", "1000.00"))
                .paid(november("C08", collect("C08W1", "999.60", "3.00")));
    }

    private void manyTinyShorts() {
        var lines = new ArrayList<FeedRow>();
        for (int i = 1; i <= 500; i++) {
            second().parcels(parcel("C09", "C09W%03d".formatted(i), "100.00"));
            lines.add(collect("C09W%03d".formatted(i), "99.60", "0.30"));
        }
        second().paid(november("C09").lines(lines))
                .parcels(parcel("C09B", "C09BW1", "100.00"), parcel("C09B", "C09BW2", "100.00"))
                .paid(november("C09B", collect("C09BW1", "99.60", "0.30"), collect("C09BW2", "99.60", "0.30")));
    }

    private void overpaidAndReturned() {
        second().parcels(parcel("C10", "C10W1", "1000.00")).paid(november("C10", collect("C10W1", "1050.00", "3.15")));
        first().parcels(parcel("C11", "C11W1", "1000.00"));
        second().parcels(parcel("C11", "C11W1", "1000.00").became("RETURNED", "2026-11-21"))
                .back("C11W1");
        third().paid(november("C11", collect("C11W1", "1000.00", "3.00")));
        first().parcels(octoberParcel("C12", "C12W1", "1000.00"), parcel("C12", "C12W2", "2000.00"))
                .paid(october("C12", collect("C12W1", "1000.00", "3.00")));
        second().parcels(octoberParcel("C12", "C12W1", "1000.00").became("RETURNED", "2026-11-12"))
                .back("C12W1")
                // assumed: a refund takes no fee back
                .paid(november(
                        "C12", line("REFUND", "C12W1", "-1000.00", "0.00"), collect("C12W2", "2000.00", "6.00")));
    }

    @Test
    void case_01_a_line_of_the_whole_amount_settles_its_waybill() {
        assertThat(company.receivables("C01", SECOND)).containsExactly("C01W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C01", SECOND)).isEmpty();
        assertThat(company.suspense("C01", SECOND)).isEmpty();
    }

    @Test
    void case_02_one_line_pays_all_parcels_of_its_batch() {
        assertThat(company.receivables("C02", SECOND))
                .containsExactly(
                        "C02W1 1000.00 0.00 SETTLED", "C02W2 1200.00 0.00 SETTLED", "C02W3 800.00 0.00 SETTLED");
        assertThat(company.breaks("C02", SECOND)).isEmpty();
    }

    @Test
    void case_03_a_batch_paid_short_is_held_as_one_short_and_laid_on_no_parcel() {
        assertThat(company.show("receivables", SECOND).stream().filter(row -> row.isOf("C03")))
                .hasSize(3)
                .allMatch(row -> row.amount("settled").signum() == 0);
        assertThat(company.breaks("C03", SECOND))
                .filteredOn(each -> each.startsWith("SHORT "))
                .hasSize(1)
                .allMatch(each -> each.endsWith(" 50.00") && !each.contains("C03W"));
        // assumed from the gap proof: 3000 - 2950 = 3000 open - 2950 held
        assertThat(ShownRow.sum(
                        company.show("suspense", SECOND).stream()
                                .filter(row -> row.isOf("C03"))
                                .toList(),
                        "amount"))
                .isEqualTo("2950.00");
    }

    @Test
    void case_04_a_rest_paid_in_the_next_cycle_ages_from_the_first_due_date() {
        assertThat(company.receivables("C04", FIRST)).containsExactly("C04W1 600.00 400.00 PARTIAL");
        assertThat(company.breaks("C04", FIRST)).containsExactly("SHORT C04W1 400.00");
        assertThat(company.oneBreak("SHORT", "C04", FIRST).get("age_days")).isEqualTo("18");
        assertThat(company.receivables("C04", SECOND)).containsExactly("C04W1 1000.00 0.00 SETTLED");
        assertThat(company.oneBreak("SHORT", "C04", SECOND).get("state")).isEqualTo("AUTO_CLEARED");
    }

    @Test
    void case_05_a_line_of_the_net_alone_is_whole_when_it_is_gross_less_the_agreed_fee() {
        assertThat(company.receivables("C05", SECOND)).containsExactly("C05W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C05", SECOND)).isEmpty();
    }

    @Test
    void case_06_a_fee_too_high_is_not_a_short_principal() {
        assertThat(company.receivables("C06", SECOND)).containsExactly("C06W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C06", SECOND)).containsExactly("FEE_VARIANCE C06W1 5.00");
    }

    @Test
    void case_07_a_net_too_low_without_a_fee_is_short_above_the_fee_tolerance() {
        assertThat(company.breaks("C07", SECOND)).containsExactly("SHORT C07W1 2.00");
        assertThat(company.oneBreak("SHORT", "C07", SECOND).get("why")).isNotBlank();
        assertThat(company.breaks("C07B", SECOND)).containsExactly("FEE_VARIANCE C07BW1 2.00");
    }

    @Test
    void case_08_a_short_within_the_tolerance_is_settled() {
        assertThat(company.receivables("C08", SECOND)).containsExactly("C08W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C08", SECOND)).isEmpty();
    }

    @Test
    void case_09_tolerances_above_the_cap_of_a_statement_are_all_refused() {
        var breaks = company.breaks("C09", SECOND);
        var shorts = IntStream.rangeClosed(1, 500)
                .mapToObj("SHORT C09W%03d 0.40"::formatted)
                .toList();
        assertThat(breaks.stream().filter(each -> each.startsWith("SHORT"))).containsExactlyElementsOf(shorts);
        assertThat(breaks.stream().filter(each -> !each.startsWith("SHORT")))
                .hasSize(1)
                .allMatch(each -> each.startsWith("TOLERANCE_CAP ") && each.endsWith(" 200.00"));
        assertThat(company.receivables("C09", SECOND)).contains("C09W001 99.60 0.40 PARTIAL");
        assertThat(company.breaks("C09B", SECOND)).as("just the cap").isEmpty();
    }

    @Test
    void case_10_what_is_paid_above_the_amount_is_held() {
        assertThat(company.receivables("C10", SECOND)).containsExactly("C10W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C10", SECOND)).containsExactly("OVER C10W1 50.00");
        assertThat(company.suspense("C10", SECOND)).containsExactly("C10W1 50.00");
    }

    @Test
    void case_11_a_parcel_returned_before_payment_is_owed_no_more_and_cash_for_it_is_held() {
        assertThat(company.receivables("C11", SECOND)).containsExactly("C11W1 0.00 0.00 CANCELLED");
        assertThat(company.receivable("C11W1", SECOND).amount("adjusted")).isEqualTo("-1000.00");
        assertThat(company.receivables("C11", THIRD)).containsExactly("C11W1 0.00 0.00 CANCELLED");
        assertThat(company.breaks("C11", THIRD)).containsExactly("PAID_RETURNED C11W1 1000.00");
        assertThat(company.suspense("C11", THIRD)).containsExactly("C11W1 1000.00");
    }

    @Test
    void case_12_the_carriers_refund_of_a_returned_parcel_meets_our_credit() {
        var returned = company.receivable("C12W1", SECOND);
        assertThat(List.of(returned.amount("adjusted"), returned.amount("settled"), returned.amount("open")))
                .map(String::valueOf)
                .containsExactly("-1000.00", "0.00", "0.00");
        assertThat(company.breaks("C12", SECOND)).isEmpty();
        assertThat(company.suspense("C12", SECOND)).isEmpty();
    }
}
