package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static io.dayclose.consignment.FeedRow.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edge cases 25 to 35 of reconciliation.md 3b: what does not belong, does not foot, does not come, is not paid. */
class Cases25To35Test extends CaseNights {

    @Override
    void write() {
        for (int i = 25; i <= 35; i++) {
            company.agreement("C" + i);
        }
        company.agreement("C25X")
                .agreement("C31", "requires", "[opening, footer]")
                .agreement("C35B")
                .agreement("C31B");
        var free = "{percent: 0, minimum: 0, maximum: 50, rounding: half-up, mode: netted}";
        company.agreement("C33", "fee", free).agreement("C33B", "fee", free);
        strangers();
        missingAndLate();
        notFooting();
        carried();
        atTheBank();
    }

    private void strangers() {
        second().parcels(parcel("C25", "C25W1", "500.00"), parcel("C25X", "C25XW1", "1000.00"))
                .paid(november("C25", collect("C25W1", "500.00", "1.50"), collect("C25XW1", "1000.00", "3.00")))
                .parcels(parcel("C26", "C26W1", "1000.00"))
                .paid(november("C26", collect("C26W1", "1000.00", "3.00").with("currency", "USD")))
                .parcels(octoberParcel("C27", "C27W1", "1000.00"))
                .paid(october("C27"))
                .paid(november("C27", collect("C27W1", "1000.00", "3.00").with("collected_on", "2026-10-30")));
    }

    private void missingAndLate() {
        first().parcels(parcel("C28", "C28W1", "1000.00"), octoberParcel("C29", "C29W1", "1000.00"));
        third().paid(november("C28", collect("C28W1", "1000.00", "3.00")))
                .paid(october("C29", collect("C29W1", "1000.00", "3.00")));
    }

    private void notFooting() {
        first().parcels(octoberParcel("C30", "C30W0", "400.00"))
                .paid(october("C30", collect("C30W0", "400.00", "1.20")));
        second().parcels(parcel("C30", "C30W1", "1000.00"), parcel("C30", "C30W2", "100.00"))
                // without a fee the difference of the gross and that of the net are the same
                .paid(november("C30", collect("C30W1", "1000.00", "3.00"), collect("C30W2", "100.00", "0.00"))
                        .dropping(1))
                .parcels(parcel("C31", "C31W1", "1000.00"))
                .paid(november("C31", collect("C31W1", "1000.00", "3.00")))
                .parcels(parcel("C31B", "C31BW1", "1000.00"));
        november("C31B", collect("C31BW1", "1000.00", "3.00")).numbered().forEach(line -> second().add(
                        "remittance_line", line));
    }

    private void carried() {
        first().parcels(octoberParcel("C32", "C32W1", "400.00"))
                .paid(october("C32", collect("C32W1", "400.00", "1.20"))
                        .declared("opening", "0.00")
                        .declared("closing", "0.00"));
        second().parcels(parcel("C32", "C32W2", "1000.00"))
                .paid(november("C32", collect("C32W2", "1000.00", "3.00")).declared("opening", "100.00"));
        for (var carrier : List.of("C33", "C33B")) {
            first().parcels(octoberParcel(carrier, carrier + "W1", "1000.00"))
                    .paid(october(carrier, collect(carrier + "W1", "1000.00", "0.00"))
                            .declared("opening", "0.00")
                            .declared("closing", "0.00"));
            second().parcels(
                            octoberParcel(carrier, carrier + "W1", "1000.00").became("RETURNED", "2026-11-12"),
                            parcel(carrier, carrier + "W2", "800.00"))
                    .back(carrier + "W1")
                    .statement(november(
                                    carrier,
                                    line("REFUND", carrier + "W1", "-1000.00", "0.00"),
                                    collect(carrier + "W2", "800.00", "0.00"))
                            .declared("opening", "0.00")
                            .declared("closing", "-200.00"));
            third().statement(WrittenStatement.of(carrier, carrier + "-11H2")
                    .period("2026-11-16", "2026-11-30")
                    .declared("opening", carrier.equals("C33") ? "-200.00" : "0.00"));
        }
    }

    private void atTheBank() {
        second().parcels(parcel("C34", "C34W1", "10000.00"));
        var short30 = november("C34", collect("C34W1", "10000.00", "30.00"));
        second().statement(short30).receipt(short30.payment().with("amount", "9940.00"));
        second().parcels(octoberParcel("C35", "C35W1", "1000.00"), parcel("C35", "C35W2", "500.00"))
                .statement(october("C35", collect("C35W1", "1000.00", "3.00")))
                .statement(november("C35", collect("C35W2", "500.00", "1.50")))
                // assumed: a receipt for two statements names both in its reference
                .receipt(receipt("RC35", "C35", "1495.50", "C35-10H2 C35-11H1"))
                .parcels(parcel("C35B", "C35BW1", "1000.00"))
                .statement(november("C35B", collect("C35BW1", "1000.00", "3.00")))
                .receipt(receipt("RC35B1", "C35B", "600.00", "C35B-11H1"))
                .receipt(receipt("RC35B2", "C35B", "397.00", "C35B-11H1"));
    }

    @Test
    void case_25_a_waybill_of_another_carrier_is_never_matched_across() {
        assertThat(company.breaks("C25", SECOND)).containsExactly("WRONG_CARRIER C25XW1 1000.00");
        assertThat(company.suspense("C25", SECOND)).containsExactly("C25XW1 1000.00");
        assertThat(company.receivables("C25", SECOND)).containsExactly("C25W1 500.00 0.00 SETTLED");
        assertThat(company.receivables("C25X", SECOND)).containsExactly("C25XW1 0.00 1000.00 DUE");
        assertThat(company.breaks("C25X", SECOND))
                .containsExactly("NOT_REMITTED C25XW1 1000.00", "STATEMENT_MISSING C25X 2026-11-H1 1000.00");
    }

    @Test
    void case_26_another_currency_settles_nothing() {
        assertThat(company.receivables("C26", SECOND)).containsExactly("C26W1 0.00 1000.00 DUE");
        // assumed: what is owed in our currency stays owed and is NOT_REMITTED besides
        assertThat(company.breaks("C26", SECOND))
                .containsExactly("CURRENCY C26W1 1000.00", "NOT_REMITTED C26W1 1000.00");
    }

    @Test
    void case_27_a_line_dated_in_another_cycle_matches_and_is_no_break() {
        assertThat(company.receivables("C27", SECOND)).containsExactly("C27W1 1000.00 0.00 SETTLED");
        assertThat(company.receivable("C27W1", SECOND).get("cycle")).isEqualTo("2026-10-H2");
        assertThat(company.breaks("C27", SECOND)).isEmpty();
    }

    @Test
    void case_28_a_statement_that_does_not_come_is_missed_and_ages_from_the_pay_day() {
        assertThat(company.breaks("C28", FIRST)).containsExactly("STATEMENT_MISSING C28 2026-11-H1 1000.00");
        assertThat(company.oneBreak("STATEMENT_MISSING", "C28", FIRST).get("age_days"))
                .isEqualTo("3");
        assertThat(company.breaks("C28", SECOND))
                .containsExactly("NOT_REMITTED C28W1 1000.00", "STATEMENT_MISSING C28 2026-11-H1 1000.00");
        assertThat(company.oneBreak("STATEMENT_MISSING", "C28", SECOND).text("first_seen", "age_days"))
                .isEqualTo("2026-11-23 4");
        assertThat(company.oneBreak("NOT_REMITTED", "C28", SECOND).get("age_days"))
                .isEqualTo("4");
        assertThat(company.breaks("C28", THIRD)).isEmpty();
        assertThat(company.oneBreak("STATEMENT_MISSING", "C28", THIRD).get("state"))
                .isEqualTo("AUTO_CLEARED");
    }

    @Test
    void case_29_a_late_statement_is_matched_and_the_days_before_stay_as_they_were_told() {
        assertThat(company.receivables("C29", SECOND)).containsExactly("C29W1 0.00 1000.00 DUE");
        assertThat(company.receivables("C29", THIRD)).containsExactly("C29W1 1000.00 0.00 SETTLED");
        assertThat(company.receivable("C29W1", THIRD).text("due_on", "cycle")).isEqualTo("2026-11-05 2026-10-H2");
    }

    @Test
    void case_30_a_statement_that_does_not_foot_is_quarantined_whole() {
        assertThat(company.breaks("C30", SECOND))
                .contains("FOOTING C30-11H1 100.00", "NOT_REMITTED C30W1 1000.00", "NOT_REMITTED C30W2 100.00");
        assertThat(company.receivables("C30", SECOND))
                .containsExactly("C30W0 400.00 0.00 SETTLED", "C30W1 0.00 1000.00 DUE", "C30W2 0.00 100.00 DUE");
    }

    @Test
    void case_31_a_statement_without_the_totals_its_agreement_requires_is_quarantined() {
        // assumed: requires [opening, footer] asks the header's opening; its row without one is the truncated layout
        assertThat(company.receivables("C31", SECOND)).containsExactly("C31W1 0.00 1000.00 DUE");
        assertThat(company.breaks("C31", SECOND)).anyMatch(each -> each.startsWith("FOOTING C31-11H1 "));
        assertThat(company.receivables("C31B", SECOND))
                .as("lines without a header")
                .containsExactly("C31BW1 0.00 1000.00 DUE");
    }

    @Test
    void case_32_an_opening_that_is_not_the_last_closing_is_told_and_the_lines_match() {
        assertThat(company.breaks("C32", SECOND)).contains("CARRY_MISMATCH C32-11H1 100.00");
        assertThat(company.receivables("C32", SECOND))
                .containsExactly("C32W1 400.00 0.00 SETTLED", "C32W2 1000.00 0.00 SETTLED");
    }

    @Test
    void case_33_more_refunds_than_collections_are_carried_to_the_next_opening() {
        assertThat(company.breaks("C33", SECOND)).isEmpty();
        assertThat(company.receivables("C33", SECOND)).contains("C33W2 800.00 0.00 SETTLED");
        assertThat(company.breaks("C33", THIRD)).isEmpty();
        assertThat(company.breaks("C33B", THIRD)).containsExactly("CARRY_MISMATCH C33B-11H2 200.00");
    }

    @Test
    void case_34_a_receipt_below_the_net_is_a_gap_and_the_parcel_stays_settled() {
        assertThat(company.breaks("C34", SECOND)).containsExactly("BANK_GAP C34-11H1 30.00");
        assertThat(company.receivables("C34", SECOND)).containsExactly("C34W1 10000.00 0.00 SETTLED");
    }

    @Test
    void case_35_receipts_and_statements_are_compared_by_their_sums() {
        assertThat(company.breaks("C35", SECOND)).isEmpty();
        assertThat(company.breaks("C35B", SECOND)).isEmpty();
        assertThat(company.suspense("C35", SECOND)).isEmpty();
        assertThat(company.suspense("C35B", SECOND)).isEmpty();
    }
}
