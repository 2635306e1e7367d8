package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Edge cases 39, 41 to 45 and 47 of reconciliation.md 3b; those of people's decisions have a test of their own. */
class Cases39To47Test extends CaseNights {

    @Override
    void write() {
        company.home().write("jobs-config/feeds/shipment.yml", """
                        feed: shipment
                        source: {files: "shipment-*.csv"}
                        key: [carrier_code, waybill_no]
                        late-days: 400
                        """);
        for (var carrier : new String[] {"C39", "C41", "C42", "C43", "C47"}) {
            company.agreement(carrier);
        }
        company.agreement("C44", "cut-off", "\"18:00\"", "zone", "Asia/Shanghai");
        company.agreement("C44B", "cut-off", "\"18:00\"", "zone", "America/New_York");
        var apart = "{percent: 0.3, minimum: 0, maximum: 50, rounding: half-up, mode: fee-line}";
        company.agreement("C45", "fee", apart).agreement("C45B", "fee", apart);
        events();
        damagedCodes();
        lateInTheDay();
        feesApart();
    }

    private void events() {
        first().parcels(parcel("C39", "C39W1", "1000.00"))
                .paid(november("C39", collect("C39W1", "1000.00", "3.00")))
                .parcels(parcel("C47", "C47W1", "1000.00"))
                .paid(november("C47", collect("C47W1", "1000.00", "3.00")));
        second().parcels(
                        parcel("C39", "C39W1", "1000.00").became("SHIPPED", ""),
                        parcel("C47", "C47W1", "1000.00").with("dealer_code", "D10"))
                .parcels(parcel("C41", "C41W1", "1000.00").became("LOST", "2026-11-05"))
                .paid(november("C41", line("CLAIM", "C41W1", "800.00", "0.00")))
                .parcels(parcel("C42", "C42W1", "1000.00"), parcel("C42", "C42W2", "1000.00"))
                .paid(november("C42", collect("", "1000.00", "3.00").with("collected_on", "2026-11-05")));
    }

    private void damagedCodes() {
        second().parcels(
                        parcel("C43", "0430001A", "100.00"),
                        parcel("C43", "0430002B", "200.00"),
                        parcel("C43", "0430003C", "300.00"),
                        parcel("C43", "00430004", "400.00"))
                .paid(november(
                        "C43",
                        collect("０４３０００１ａ", "100.00", "0.30"),
                        collect(" 043 0002b ", "200.00", "0.60"),
                        collect("'0430003c\"", "300.00", "0.90"),
                        collect("430004", "400.00", "1.20")));
    }

    private static FeedRow delivered(String carrier, String waybill, String at) {
        return parcel(carrier, waybill, "1000.00")
                .with("shipped_on", "2026-02-01")
                .became("DELIVERED", at.substring(0, 10))
                .with("status_at", at);
    }

    private void lateInTheDay() {
        second().parcels(
                        delivered("C44", "C44W1", "2026-11-15 17:59:59"),
                        delivered("C44", "C44W2", "2026-11-15 23:59:58"),
                        delivered("C44", "C44W3", "2026-02-28 17:59:59"),
                        delivered("C44", "C44W4", "2026-02-28 23:59:58"),
                        delivered("C44", "C44W5", "2026-02-15 23:59:58"),
                        delivered("C44", "C44W6", "2026-10-31 23:59:58"),
                        delivered("C44B", "C44BW1", "2026-11-16 06:00:00"),
                        delivered("C44B", "C44BW2", "2026-11-16 07:30:00"));
    }

    private void feesApart() {
        second().parcels(parcel("C45", "C45W1", "1000.00"), parcel("C45", "C45W2", "500.00"))
                .paid(november(
                        "C45",
                        collect("C45W1", "1000.00", "0.00"),
                        line("FEE", "C45W1", "0.00", "3.00"),
                        collect("C45W2", "0.00", "0.00")))
                .parcels(parcel("C45B", "C45BW1", "1000.00"))
                .paid(november("C45B", collect("C45BW1", "1000.00", "0.00"), line("FEE", "C45BW1", "0.00", "9.00")));
    }

    @Test
    void case_39_a_settled_parcel_that_is_said_to_be_on_its_way_again_is_a_question_for_a_person() {
        assertThat(company.receivables("C39", SECOND)).containsExactly("C39W1 1000.00 0.00 SETTLED");
        assertThat(company.breaks("C39", SECOND)).containsExactly("STATUS C39W1 1000.00");
    }

    @Test
    void case_41_of_a_lost_parcel_the_claim_is_owed() {
        assertThat(company.show("receivables", SECOND).stream()
                        .filter(row -> row.isOf("C41"))
                        .map(row ->
                                row.text("kind", "subject") + " " + row.amount("settled") + " " + row.amount("open"))
                        .sorted())
                .containsExactly("COD C41W1 0.00 0.00", "LOST_CLAIM C41W1 800.00 200.00");
        assertThat(company.breaks("C41", SECOND)).containsExactly("SHORT C41W1 200.00");
    }

    @Test
    void case_42_of_two_equal_candidates_none_is_taken_and_both_are_shown() {
        assertThat(company.receivables("C42", SECOND))
                .containsExactly("C42W1 0.00 1000.00 DUE", "C42W2 0.00 1000.00 DUE");
        var ambiguous = company.oneBreak("AMBIGUOUS", "C42", SECOND);
        assertThat(ambiguous.amount("amount")).isEqualTo("1000.00");
        assertThat(ambiguous.get("why")).contains("C42W1", "C42W2");
    }

    @Test
    void case_43_waybills_damaged_by_a_spreadsheet_are_mended_but_never_guessed() {
        assertThat(company.receivables("C43", SECOND))
                .containsExactly(
                        "00430004 0.00 400.00 DUE",
                        "0430001A 100.00 0.00 SETTLED",
                        "0430002B 200.00 0.00 SETTLED",
                        "0430003C 300.00 0.00 SETTLED");
        assertThat(company.breaks("C43", SECOND))
                .as("leading zeros are part of the code")
                .containsExactly("NOT_REMITTED 00430004 400.00", "UNKNOWN_WAYBILL 430004 400.00");
    }

    @Test
    void case_44_a_delivery_after_the_cut_off_belongs_to_the_carriers_next_day() {
        assertThat(company.show("receivables", SECOND).stream()
                        .filter(row -> row.get("debtor").startsWith("C44"))
                        .map(row -> row.text("subject", "cycle", "due_on"))
                        .sorted())
                .containsExactly(
                        "C44BW1 2026-11-H1 2026-11-20",
                        "C44BW2 2026-11-H2 2026-12-05",
                        "C44W1 2026-11-H1 2026-11-20",
                        "C44W2 2026-11-H2 2026-12-05",
                        "C44W3 2026-02-H2 2026-03-05",
                        "C44W4 2026-03-H1 2026-03-20",
                        "C44W5 2026-02-H2 2026-03-05",
                        "C44W6 2026-11-H1 2026-11-20");
    }

    @Test
    void case_45_a_fee_line_is_measured_by_the_agreed_fee_and_a_zero_collection_is_no_payment() {
        assertThat(company.receivables("C45", SECOND))
                .containsExactly("C45W1 1000.00 0.00 SETTLED", "C45W2 0.00 500.00 DUE");
        assertThat(company.breaks("C45", SECOND)).containsExactly("NOT_REMITTED C45W2 500.00");
        assertThat(company.breaks("C45B", SECOND)).containsExactly("FEE_VARIANCE C45BW1 6.00");
    }

    @Test
    void case_47_a_dealer_changed_after_the_delivery_changes_nothing_owed() {
        // the dealer of a COD receivable is not among what show prints
        assertThat(company.receivables("C47", SECOND)).isEqualTo(company.receivables("C47", FIRST));
        assertThat(company.breaks("C47", SECOND)).isEmpty();
    }
}
