package io.dayclose.target.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/**
 * A branch is given 3000 for November 2026, every day weighing the same. Its outlet W003 closes on the 20th, P004 leaves on the
 * 15th, P006 is given 600 of his own: the rest is P005's.
 */
class TargetNightTest extends CompanyNights {
    private static final String TARGETS = """
            period,metric,scope_kind,scope_code,value
            2026-11,net-amount,BRANCH,B01,3000
            2026-11,net-amount,PERSON,P006,600
            2026-11,active-outlets,COMPANY,ALL,2
            2026-11,satisfaction,BRANCH,B01,90
            """;

    @Override
    protected TestHome prepared(TestHome company) {
        company.feeds("target").write("inbox/target-1.csv", TARGETS);
        company.write("inbox/person-2.csv", "person_code,name,branch_code,outlet_code,role\nP006,新人,B01,W001,SELLER\n");
        return company.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-10-01,W001,P005,G001,3,100.00,,300.00,,,,",
                "S1,2,SALE,2026-10-01,W003,,G001,1,100.00,,100.00,,,,",
                "S2,1,SALE,2026-11-21,W001,P005,G001,5,100.00,,500.00,,,,",
                "S3,1,SALE,2026-11-22,W001,P005,G001,2,100.00,,200.00,,,,");
    }

    /**
     * 53 days are known: Thursdays, Saturdays and Sundays eight times. Of the eight days to come, Thursday brings 400 ÷ 8 for the branch
     * (300 ÷ 8 for the outlet), Saturday 500 ÷ 8, Sunday 200 ÷ 8, the others nothing. 2300 are missing: 287.50 a day.
     */
    @Test
    void show_targets_tells_how_everybody_stands() {
        nights.run("2026-11-22");
        assertThat(shell().run("show", "targets", "--date", "2026-11-22", "--format", "csv")
                        .lines())
                .containsExactly(
                        "date,metric,scope_kind,scope_code,target,actual,mtd_target,mtd_actual,needed_per_day,forecast",
                        "2026-11-22,active-outlets,COMPANY,COMPANY,,,2,1,,",
                        "2026-11-22,net-amount,BRANCH,B01,100.00,200.00,2200.00,700.00,287.50,837.50",
                        "2026-11-22,net-amount,OUTLET,W001,100.00,200.00,2200.00,700.00,287.50,837.50",
                        "2026-11-22,net-amount,PERSON,P005,80.00,200.00,1760.00,700.00,212.50,825.00",
                        "2026-11-22,net-amount,PERSON,P006,20.00,0.00,440.00,0.00,75.00,",
                        "2026-11-22,satisfaction,BRANCH,B01,,,90.00,,,");
        assertThat(rows("SELECT * FROM target_finding")).isEmpty();
    }

    @Test
    void a_night_done_again_gives_the_same() {
        nights.run("2026-11-22");
        var before = rows("SELECT * FROM target_day ORDER BY 1, 2, 3, 4");
        nights.again("2026-11-22", "to be sure");
        assertThat(rows("SELECT * FROM target_day ORDER BY 1, 2, 3, 4")).isEqualTo(before);
    }

    /** Another 300 of the first of October: (700 ÷ 8 + 62.5 + 25) + 700. */
    @Test
    void a_late_sale_changes_the_day_it_belongs_to() {
        nights.run("2026-11-22");
        home.sales("sale-2.csv", "L1,1,SALE,2026-10-01,W001,P005,G001,3,100.00,,300.00,,,,");
        nights.again("2026-11-22", "late file");
        assertThat(rows("SELECT forecast FROM target_day WHERE scope_code = 'B01' AND metric = 'net-amount'"))
                .containsExactly("875.0000");
        assertThat(rows("SELECT value FROM metric_day WHERE scope_code = 'B01' AND business_date = '2026-10-01'"))
                .containsExactly("700.0000");
    }

    @Test
    void own_targets_above_their_branchs_are_told() {
        home.write(
                "inbox/target-2.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,OUTLET,W001,4000\n");
        nights.run("2026-11-22");
        assertThat(rows("SELECT metric, scope_kind, scope_code, kind, amount FROM target_finding"))
                .containsExactly("net-amount BRANCH B01 OVER 1000.0000");
        assertThat(nights.notices())
                .contains(
                        "target: net-amount: the targets below BRANCH B01 exceed its own by 1000.00 (1 of this metric do so); the others below it get 0; correct the target file [DC-813]",
                        "target: there is no metric \"satisfaction\", and no score of that name has come yet; if a metric is meant, write \"collection\" in the target file or add sql/metric/satisfaction.sql [DC-814]");
    }

    @Test
    void a_month_without_targets_has_no_rows() {
        nights.run("2026-11-22");
        nights.backfill("2026-11-23", "2026-12-01");
        assertThat(rows("SELECT DISTINCT business_date FROM target_day ORDER BY 1"))
                .hasSize(9)
                .endsWith("2026-11-30");
        assertThat(rows("SELECT DISTINCT needed_per_day FROM target_day WHERE business_date = '2026-11-30'"))
                .containsExactly("null");
    }
}
