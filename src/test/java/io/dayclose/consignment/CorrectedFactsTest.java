package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;
import static io.dayclose.consignment.CaseNights.SECOND;
import static io.dayclose.consignment.CaseNights.THIRD;
import static io.dayclose.consignment.CaseNights.november;
import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts, parcels and settlements that are corrected after money was placed by them. */
class CorrectedFactsTest {
    private static final String FOURTH = "2026-11-26";

    @TempDir
    private Path folder;

    private CarrierCompany company;

    @BeforeEach
    void prepare() {
        company = new CarrierCompany(folder).agreement("C1").agreement("C2");
        company.before(FIRST);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void a_receipt_that_waits_goes_to_its_right_payer_when_it_is_corrected() {
        var receipt = FeedRow.receipt("R1", "C1", "100.00", "");
        company.before(SECOND).receipt(receipt);
        company.run();
        assertThat(company.suspense("C1", SECOND)).containsExactly("R1 100.00");
        company.before(THIRD).receipt(receipt.with("payer_code", "C2"));
        company.run();
        assertThat(company.suspense("C1", THIRD)).isEmpty();
        assertThat(company.suspense("C2", THIRD)).containsExactly("R1 100.00");
    }

    @Test
    void what_was_given_back_of_a_receipt_stays_given_back_when_it_is_corrected() {
        company.before(SECOND).receipt(FeedRow.receipt("R1", "C1", "100.00", ""));
        company.run();
        company.decide("release", "R1", "--to", "PAYER");
        company.before(THIRD);
        company.run();
        assertThat(company.suspense("C1", THIRD)).isEmpty();
        company.before(FOURTH).receipt(FeedRow.receipt("R1", "C1", "120.00", "for nothing"));
        company.run();
        assertThat(company.suspense("C1", FOURTH)).containsExactly("R1 20.00");
        company.before("2026-11-27").receipt(FeedRow.receipt("R1", "C1", "90.00", "for nothing"));
        company.run();
        assertThat(company.suspense("C1", "2026-11-27")).isEmpty();
    }

    private void paidByReceipt() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .statement(november("C1"))
                .receipt(FeedRow.receipt("R1", "C1", "1000.00", ""));
        company.run();
        company.decide("match", "R1", "C1W1");
        company.before(THIRD);
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 1000.00 0.00 SETTLED");
    }

    @Test
    void a_parcel_that_people_paid_with_a_receipt_can_be_unmatched() {
        paidByReceipt();
        company.decide("unmatch", "C1W1");
        company.before(FOURTH);
        company.run();
        assertThat(company.receivables("C1", FOURTH)).containsExactly("C1W1 0.00 1000.00 REOPENED");
        assertThat(company.suspense("C1", FOURTH)).containsExactly("R1 1000.00");
        assertThat(company.breaks("C1", FOURTH)).containsExactly("NOT_REMITTED C1W1 1000.00");
    }

    @Test
    void a_parcel_that_people_paid_with_a_receipt_is_owed_again_when_that_is_corrected() {
        paidByReceipt();
        company.before(FOURTH).receipt(FeedRow.receipt("R1", "C1", "900.00", ""));
        company.run();
        assertThat(company.receivables("C1", FOURTH)).containsExactly("C1W1 0.00 1000.00 REOPENED");
        assertThat(company.suspense("C1", FOURTH)).containsExactly("R1 900.00");
        assertThat(company.breaks("C1", FOURTH)).containsExactly("NOT_REMITTED C1W1 1000.00");
    }

    @Test
    void a_receipt_in_another_currency_pays_no_statement() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .statement(november("C1", collect("C1W1", "1000.00", "3.00")))
                .receipt(FeedRow.receipt("R1", "C1", "997.00", "C1-11H1").with("currency", "USD"));
        company.run();
        assertThat(company.breaks("C1", SECOND)).containsExactly("BANK_GAP C1-11H1 997.00");
        assertThat(company.suspense("C1", SECOND)).containsExactly("R1 997.00");
    }

    @Test
    void a_parcel_whose_currency_is_corrected_is_owed_in_the_right_one() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00").with("currency", "USD"))
                .statement(november("C1"));
        company.run();
        company.before(THIRD)
                .parcels(parcel("C1", "C1W1", "1000.00").with("currency", "CNY"))
                .paid(WrittenStatement.of("C1", "C1-LATE", collect("C1W1", "1000.00", "3.00")));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 1000.00 0.00 SETTLED");
    }

    @Test
    void a_currency_that_is_corrected_after_the_payment_does_not_stop_the_night() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00").with("currency", "USD"))
                .paid(november("C1", collect("C1W1", "1000.00", "3.00").with("currency", "USD")));
        company.run();
        company.before(THIRD).parcels(parcel("C1", "C1W1", "1000.00").with("currency", "CNY"));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 1000.00 0.00 SETTLED");
    }

    @Test
    void a_payment_taken_off_a_lost_parcel_is_claimed_with_the_rest() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .paid(november("C1", collect("C1W1", "600.00", "1.80")));
        company.run();
        company.before(THIRD).parcels(parcel("C1", "C1W1", "1000.00").became("LOST", "2026-11-05"));
        company.run();
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 0.00 400.00 DUE", "C1W1 600.00 0.00 SETTLED");
        company.decide("unmatch", "COD:C1:C1W1");
        company.before("2026-11-26");
        company.run();
        assertThat(company.receivables("C1", "2026-11-26"))
                .containsExactly("C1W1 0.00 0.00 CANCELLED", "C1W1 0.00 1000.00 DUE");
    }

    @Test
    void a_reversal_of_a_collection_that_was_tolerated_owes_the_whole_again() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"))
                .paid(november("C1", collect("C1W1", "999.60", "3.00")));
        company.run();
        assertThat(company.receivables("C1", SECOND)).containsExactly("C1W1 1000.00 0.00 SETTLED");
        company.before(THIRD).paid(WrittenStatement.of("C1", "C1-LATE", line("REVERSAL", "C1W1", "-999.60", "0.00")));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 0.00 1000.00 REOPENED");
    }

    @Test
    void a_claim_that_was_paid_for_a_parcel_that_is_found_again_waits() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00").became("LOST", "2026-11-05"))
                .paid(november("C1", line("CLAIM", "C1W1", "800.00", "0.00")));
        company.run();
        company.before(THIRD).parcels(parcel("C1", "C1W1", "1000.00"));
        company.run();
        assertThat(company.receivables("C1", THIRD)).containsExactly("C1W1 0.00 1000.00 DUE");
        assertThat(company.suspense("C1", THIRD)).containsExactly("C1W1 800.00");
    }

    @Test
    void an_amount_that_is_corrected_after_it_was_paid_comes_to_the_same_as_before() {
        company.before(SECOND)
                .parcels(parcel("C1", "C1W1", "1000.00"), parcel("C1", "C1W2", "900.00"))
                .paid(november("C1", collect("C1W1", "1000.00", "3.00"), collect("C1W2", "1000.00", "3.00")));
        company.run();
        company.before(THIRD).parcels(parcel("C1", "C1W1", "900.00"));
        company.run();
        assertThat(company.receivables("C1", THIRD))
                .containsExactly("C1W1 900.00 0.00 SETTLED", "C1W2 900.00 0.00 SETTLED");
        assertThat(company.suspense("C1", THIRD)).containsExactly("C1W1 100.00", "C1W2 100.00");
    }

    private static FeedRow settlement(String number, String dealer, int quantity) {
        return FeedRow.of("settlement_no", number, "line_no", "1", "dealer_code", dealer, "product_code", "G001")
                .with("quantity", Integer.toString(quantity))
                .with("unit_price", "10.00")
                .with("amount", quantity + "0.00")
                .with("settled_on", "2026-11-22")
                .with("due_on", "2026-11-30");
    }

    private static FeedRow fromDealer(String number, String amount, String reference) {
        return FeedRow.receipt(number, "D09", amount, reference).with("payer_kind", "DEALER");
    }

    @Test
    void a_settlement_of_the_wrong_dealer_is_not_owed_twice() {
        company.before(SECOND)
                .add("consignment_settlement", settlement("J1", "D09", 3))
                .receipt(fromDealer("R1", "30.00", "J1"));
        company.run();
        company.before(THIRD).add("consignment_settlement", settlement("J1", "D10", 3));
        company.run();
        assertThat(company.receivables("D09", THIRD)).isEmpty();
        assertThat(company.receivables("D10", THIRD)).containsExactly("J1 0.00 30.00 DUE");
        assertThat(company.suspense("D09", THIRD)).containsExactly("R1 30.00");
    }

    @Test
    void what_was_paid_beyond_a_settlement_that_was_lowered_waits() {
        company.before(SECOND)
                .add("consignment_settlement", settlement("J1", "D09", 3))
                .receipt(fromDealer("R1", "30.00", "J1"));
        company.run();
        company.before(THIRD).add("consignment_settlement", settlement("J1", "D09", 2));
        company.run();
        assertThat(company.receivables("D09", THIRD)).containsExactly("J1 20.00 0.00 SETTLED");
        assertThat(company.suspense("D09", THIRD)).containsExactly("R1 10.00");
    }

    @Test
    void a_settlement_that_is_paid_twice_does_not_pay_another_one() {
        company.before(SECOND)
                .add("consignment_settlement", settlement("J1", "D09", 3))
                .add("consignment_settlement", settlement("J2", "D09", 3).with("due_on", "2026-12-01"))
                .receipt(fromDealer("R1", "30.00", "J1"));
        company.run();
        company.before(THIRD).receipt(fromDealer("R2", "30.00", "J1"));
        company.run();
        assertThat(company.receivables("D09", THIRD)).containsExactly("J1 30.00 0.00 SETTLED", "J2 0.00 30.00 DUE");
        assertThat(company.suspense("D09", THIRD)).containsExactly("R2 30.00");
    }

    @Test
    void a_missing_statement_is_told_for_each_currency_by_itself() {
        company.before(SECOND)
                .parcels(
                        parcel("C1", "C1W1", "1000.00"),
                        parcel("C1", "C1W2", "50.00").with("currency", "USD"));
        company.run();
        assertThat(company.breaks("C1", SECOND))
                .contains("STATEMENT_MISSING C1 2026-11-H1 1000.00", "STATEMENT_MISSING C1 2026-11-H1 USD 50.00");
    }

    @Test
    void a_missing_statement_stays_missing_while_a_source_is_down() {
        company.before(SECOND).parcels(parcel("C1", "C1W1", "1000.00"));
        company.run();
        assertThat(company.breaks("C1", SECOND))
                .containsExactly("NOT_REMITTED C1W1 1000.00", "STATEMENT_MISSING C1 2026-11-H1 1000.00");
        company.change(
                "INSERT INTO feed_source (feed, night, name, kind, state, taken_at) VALUES ('remittance_line', '2026-11-25', 'tms', 'QUERY', 'SKIPPED', '2026-11-26 01:30:00')");
        company.before(THIRD);
        company.run();
        assertThat(company.breaks("C1", THIRD)).isEqualTo(company.breaks("C1", SECOND));
    }

    @Test
    void what_is_left_of_a_waybill_that_we_write_otherwise_can_be_given_back_by_its_break() {
        company.before(SECOND)
                .parcels(parcel("C1", "c1 w1", "1000.00"))
                .paid(november("C1", collect("C1W1", "1100.00", "3.30")));
        company.run();
        assertThat(company.suspense("C1", SECOND)).containsExactly("C1W1 100.00");
        company.decide("release", company.oneBreak("OVER", "C1", SECOND).get("key"), "--to", "PAYER");
        company.before(THIRD);
        company.run();
        assertThat(company.suspense("C1", THIRD)).isEmpty();
    }
}
