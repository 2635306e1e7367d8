package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import io.dayclose.testing.Workbooks;
import org.junit.jupiter.api.Test;

/** Addresses as people write them, from their row to the mail. */
class MailAddressNightsTest extends CompanyNights {
    private static final String HEADER = "person_code,name,branch_code,outlet_code,role,email,joined_on,left_on\n";

    @Override
    protected TestHome prepared(TestHome company) {
        company.write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                zone: Asia/Shanghai
                mail: {from: dayclose@例子.公司, domains: [example.com, 例子.公司]}
                """);
        company.write(
                "jobs-config/recipients.yml",
                "scopes: {branch: {B02: [li@例子.公司]}, company: {COMPANY: [gm@example.com]}}\n");
        company.write("inbox/person-2.csv", HEADER + """
                M1,王,B01,,BRANCH_MANAGER,王经理 <mgr@example.com>,,
                M2,李,B01,,BRANCH_MANAGER,a@example.com;b@example.com,,
                M3,赵,B01,,BRANCH_MANAGER,zhao@例子.公司,,
                M4,钱,B01,,BRANCH_MANAGER,钱经理,,
                M5,孙,B01,,BRANCH_MANAGER,"c@example.com, d@example.com",,
                """);
        company.write(
                "inbox/dealer-2.csv", "dealer_code,name,branch_code,email\nD07,远东,B01,老王 <d7@example.com>；d8@例子.公司\n");
        return company.reports().sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,");
    }

    @Test
    void every_address_of_a_cell_gets_its_own_mail_and_one_nobody_can_send_to_goes_back() {
        nights.run("2026-11-22");
        assertThat(nights.rows("SELECT person_code, email FROM person_dated WHERE person_code LIKE 'M%' ORDER BY 1"))
                .containsExactly(
                        "M1 mgr@example.com",
                        "M2 a@example.com; b@example.com",
                        "M3 zhao@xn--fsqu00a.xn--55qx5d",
                        "M5 c@example.com; d@example.com");
        assertThat(nights.rows("SELECT email FROM dealer_dated WHERE dealer_code = 'D07'"))
                .containsExactly("d7@example.com; d8@xn--fsqu00a.xn--55qx5d");
        assertThat(nights.rows("SELECT voucher_key, reason, column_name, value, expected FROM voucher"))
                .containsExactly("M4 BAD_ADDRESS email 钱经理 钱经理");
        assertThat(nights.rows("""
                SELECT o.scope_code, m.recipient, m.state FROM outbox o JOIN outbox_mail m USING (outbox_id)
                WHERE o.report = 'daily-sales' ORDER BY o.outbox_id, m.mail_id"""))
                .containsExactly(
                        "B01 mgr@example.com SENT",
                        "B01 a@example.com SENT",
                        "B01 b@example.com SENT",
                        "B01 zhao@xn--fsqu00a.xn--55qx5d SENT",
                        "B01 c@example.com SENT",
                        "B01 d@example.com SENT",
                        "B01 east@example.com SENT",
                        "B02 south@example.com SENT",
                        "B02 li@xn--fsqu00a.xn--55qx5d SENT",
                        "COMPANY gm@example.com SENT");
    }

    @Test
    void an_address_that_came_in_before_addresses_were_checked_is_told_and_never_put_to_a_server() {
        nights.run("2026-11-22");
        engine.work().jdbc().update("UPDATE person SET email = '王经理' WHERE person_code = 'P002'");
        home.sales("sale-2.csv", "S2,1,SALE,2026-11-23,W002,,G001,1,10.00,,10.00,,,,");
        assertThat(nights.run("2026-11-23").exitCode()).isEqualTo(4);
        assertThat(
                        nights.rows(
                                "SELECT recipient, state FROM outbox_mail JOIN outbox USING (outbox_id) WHERE scope_code = 'B02' AND business_date = '2026-11-23' AND report = 'daily-sales' ORDER BY mail_id"))
                .containsExactly("王经理 REJECTED", "li@xn--fsqu00a.xn--55qx5d SENT");
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("nobody can be written to at 王经理"));
        assertThat(Workbooks.below(home.folder().resolve("out/archive/2026-11-23")))
                .anyMatch(file -> file.toString().contains("/B02 华南/销售日报_B02_华南_2026-11-23.xlsx"));
    }
}
