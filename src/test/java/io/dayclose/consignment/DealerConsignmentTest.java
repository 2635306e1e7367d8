package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Section 5 and edge case 48 of reconciliation.md: what dealers settle and pay. */
class DealerConsignmentTest {
    private static final String NIGHT = "2026-11-24";

    @TempDir
    private Path folder;

    private CarrierCompany company;
    private CarrierInbox inbox;

    @BeforeEach
    void sell_ten_at_d09_and_five_at_d10() {
        company = new CarrierCompany(folder);
        inbox = company.before(NIGHT).file("sale-1.csv", TestHome.SALE_HEADER + """
                S1,1,SALE,2026-11-20,W009,,G001,10,20.00,,200.00,,,,
                S2,1,SALE,2026-11-20,W010,,G001,7,20.00,,140.00,,,,
                S3,1,RETURN,2026-11-21,W010,,G001,2,20.00,,40.00,,S2,1,
                """);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    private void settle(String number, String dealer, int quantity, String dueOn) {
        inbox.add(
                "consignment_settlement",
                FeedRow.of("settlement_no", number, "line_no", "1", "dealer_code", dealer, "product_code", "G001")
                        .with("quantity", Integer.toString(quantity))
                        .with("unit_price", "10.00")
                        .with("amount", quantity + "0.00")
                        .with("settled_on", "2026-11-22")
                        .with("due_on", dueOn));
    }

    private void pay(String number, String amount, String reference) {
        inbox.receipt(FeedRow.receipt(number, "D09", amount, reference).with("payer_kind", "DEALER"));
    }

    private void settleThree() {
        settle("J2", "D09", 3, "2026-11-28");
        settle("J1", "D09", 2, "2026-11-26");
        settle("J3", "D09", 4, "2026-11-30");
    }

    @Test
    void case_48_more_settled_than_sold_is_blocked() {
        settle("J1", "D09", 10, "2026-11-30");
        settle("J2", "D10", 6, "2026-11-30");
        company.run();
        assertThat(company.breaks("D09", NIGHT)).as("all that was sold").isEmpty();
        assertThat(company.breaks("D10", NIGHT))
                .as("5 sold after returns, 6 settled")
                .hasSize(1)
                .allMatch(each -> each.startsWith("OVER_SETTLED J2 "));
    }

    @Test
    void a_settlement_is_owed_by_its_dealer_until_its_due_date() {
        settleThree();
        company.run();
        assertThat(company.receivable("J1", NIGHT).text("kind", "debtor", "gross", "open", "due_on"))
                .isEqualTo("CONSIGNMENT_SETTLEMENT D09 20.00 20.00 2026-11-26");
        assertThat(company.breaks("D09", NIGHT)).isEmpty();
    }

    @Test
    void a_receipt_that_names_a_settlement_pays_that_one() {
        settleThree();
        pay("R1", "30.00", "J2");
        company.run();
        assertThat(company.receivable("J2", NIGHT).text("settled", "open", "state"))
                .isEqualTo("30.00 0.00 SETTLED");
        assertThat(company.receivable("J1", NIGHT).get("open")).isEqualTo("20.00");
    }

    @Test
    void a_receipt_without_a_name_pays_the_oldest_due_when_it_is_just_their_sum() {
        settleThree();
        pay("R1", "50.00", "");
        company.run();
        assertThat(company.receivable("J1", NIGHT).get("open")).isEqualTo("0.00");
        assertThat(company.receivable("J2", NIGHT).get("open")).isEqualTo("0.00");
        assertThat(company.receivable("J3", NIGHT).get("open")).isEqualTo("40.00");
        assertThat(company.suspense("D09", NIGHT)).isEmpty();
    }

    @Test
    void a_receipt_that_is_no_whole_sum_of_the_oldest_is_held() {
        settleThree();
        pay("R1", "40.00", "");
        company.run();
        assertThat(company.suspense("D09", NIGHT)).containsExactly("R1 40.00");
        assertThat(ShownRow.sum(company.show("receivables", NIGHT), "open")).isEqualTo("90.00");
    }
}
