package io.dayclose.intake.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts that a change of master data in the past would not let in any more are listed in the night of the change, and stay. */
class PastChangesTest extends CompanyNights {
    private static final String LISTED =
            "SELECT night, doc_no, line_no, version, reason, code, amount FROM unaccepted_sale ORDER BY night, doc_no, line_no";

    private void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        assertThat(nights.run(date).exitCode()).isZero();
    }

    private void sold() {
        night(
                "2026-11-20",
                "S1,1,SALE,2026-11-11,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-12,W001,P005,G001,3,10.00,,30.00,,,,",
                "S3,1,SALE,2026-11-12,W001,,G001,1,10.00,,10.00,,,,",
                "R2,1,RETURN,2026-11-19,W001,P005,G001,1,10.00,,10.00,,S2,1,",
                "R1,1,RETURN,2026-11-20,W001,P005,G001,1,10.00,,10.00,,S1,1,",
                "S4,1,SALE,2026-11-09,W002,,G001,2,10.00,,20.00,,,,",
                "S5,1,SALE,2026-11-10,W003,,G001,2,10.00,,20.00,,,,");
    }

    private void changes() {
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,joined_on,left_on\nP005,周军,B01,W001,SELLER,2020-01-01,2026-11-11\n");
        home.write(
                "inbox/dealer-2.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2026-01-01,2026-11-08\n");
        home.write(
                "inbox/outlet-2.csv",
                "outlet_code,valid_from,name,branch_code,channel,dealer_code,opened_on,closed_on\nW003,2026-11-01,杭州三店,B01,CAMPUS,,2020-01-01,2026-11-09\n");
    }

    @Test
    void a_change_in_the_past_lists_what_would_not_be_accepted_today_and_leaves_it_as_it_is() {
        sold();
        assertThat(rows(LISTED)).isEmpty();
        changes();
        night("2026-11-21", "S6,1,SALE,2026-11-21,W001,,G001,1,10.00,,10.00,,,,");
        var listed = List.of(
                "2026-11-21 R2 1 1 PERSON_LEFT P005 -10.00",
                "2026-11-21 S2 1 1 PERSON_LEFT P005 30.00",
                "2026-11-21 S4 1 1 NO_CONTRACT W002 (D01) 20.00",
                "2026-11-21 S5 1 1 OUTLET_CLOSED W003 20.00");
        assertThat(rows(LISTED)).isEqualTo(listed);
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("8");
        nights.again("2026-11-21", "once more");
        night("2026-11-22", "S7,1,SALE,2026-11-22,W001,,G001,1,10.00,,10.00,,,,");
        assertThat(rows(LISTED)).isEqualTo(listed);
    }

    @Test
    void the_summary_and_the_odd_lines_say_how_many_and_how_much() throws Exception {
        sold();
        changes();
        home.sales("sale-x.csv", "S6,1,SALE,2026-11-21,W001,P003,G001,1,10.00,,10.00,,,,");
        var ended = shell().run("run", "nightly", "--date", "2026-11-21");
        assertThat(ended.out() + ended.err())
                .contains("P005 的 2 行按现在的主数据不会被接收：PERSON_LEFT，¥20.00")
                .contains("W002 (D01) 的 1 行按现在的主数据不会被接收：NO_CONTRACT，¥20.00");
        var odd = Files.readString(Path.of("sql/report/daily-sales-odd.sql"))
                .replace(":business_date", "'2026-11-21'")
                .replace(":scope_code", "'B01'");
        assertThat(rows("SELECT why, doc_no, unit_price FROM (" + odd + ") q ORDER BY 1, 2"))
                .containsExactly(
                        "OUTLET_CLOSED S5 10.00000000", "PERSON_LEFT R2 10.00000000", "PERSON_LEFT S2 10.00000000");
    }
}
