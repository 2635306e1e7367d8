package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Books;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** What is foretold comes true, and to foretell it changes nothing. */
class RunPreviewTest extends CompanyNights {
    @Override
    protected TestHome prepared(TestHome company) {
        return company.reports()
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}")
                .sales("sale-1.csv", "S1,1,SALE,2026-11-20,W001,P005,G001,1,100.00,,100.00,,,,");
    }

    private void second() {
        home.sales(
                "sale-2.csv",
                "S2,1,SALE,2026-11-21,W001,P005,G001,1,200.00,,200.00,,,,",
                "S1,1,SALE,2026-11-20,W001,P005,G001,1,150.00,,150.00,,,,",
                "S3,1,SALE,2026-11-21,W999,P005,G001,1,200.00,,200.00,,,,");
    }

    @Test
    void facts_postings_mails_and_stale_dates_are_told_and_nothing_is_kept() {
        nights.run("2026-11-20");
        second();
        var before = Books.digest(engine.work().jdbc());
        var told = shell().run("run", "nightly", "--date", "2026-11-21", "--preview", "--format", "csv");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.lines())
                .containsExactly(
                        "part,what,how,count,amount",
                        "facts,sale,ACCEPTED,1,",
                        "facts,sale,CORRECTED,1,",
                        "facts,sale,RETURNED,1,",
                        "ledger,sellers 2026-11 EARN,CORRECTION,1,5.00",
                        "ledger,sellers 2026-11 EARN,SALE,1,20.00",
                        "mail,channel-progress COMPANY 2026-11-21,NEW,1,",
                        "mail,commission COMPANY 2026-11-21,NEW,1,",
                        "mail,daily-sales B01 2026-11-21,NEW,1,",
                        "mail,daily-sales B02 2026-11-21,NEW,1,",
                        "mail,daily-sales COMPANY 2026-11-21,NEW,1,",
                        "mail,returned-vouchers B01 2026-11-21,NEW,1,",
                        "mail,returned-vouchers COMPANY 2026-11-21,NEW,0,",
                        "stale,2026-11-20 nightly,销售与退货更正 1 条，¥50.00,1,");
        assertThat(Books.digest(engine.work().jdbc())).isEqualTo(before);
        assertThat(home.folder().resolve("inbox/sale-2.csv")).exists();
        assertThat(home.folder().resolve("out/dry-run")).doesNotExist();
        nights.run("2026-11-21");
        assertThat(rows("SELECT cause, amount FROM ledger WHERE business_date = '2026-11-21' ORDER BY cause"))
                .containsExactly("CORRECTION 5.00", "SALE 20.00");
    }

    @Test
    void a_span_is_told_as_one_and_its_own_dates_do_not_go_stale() {
        nights.run("2026-11-20");
        second();
        var told = shell().run(
                        "backfill",
                        "nightly",
                        "--from",
                        "2026-11-20",
                        "--to",
                        "2026-11-21",
                        "--preview",
                        "--format",
                        "csv");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out())
                .contains(
                        "facts,sale,CORRECTED,1,",
                        "mail,daily-sales B01 2026-11-20,REVISED,1,",
                        "mail,daily-sales B01 2026-11-21,NEW,1,")
                .doesNotContain("stale,");
        assertThat(rows("SELECT COUNT(*) FROM sale")).containsExactly("1");
    }

    @Test
    void a_job_that_does_not_exist_is_named() {
        var told = shell().run("run", "nope", "--date", "2026-11-21", "--preview");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("DC-204");
    }

    @Test
    void a_night_run_again_is_told_as_it_would_be_run_with_what_was_returned_and_what_a_query_answers() {
        home.sales("sale-0.csv", "S9,1,SALE,2026-11-20,W009,P005,G001,1,70.00,,70.00,,,,");
        nights.run("2026-11-20");
        home.write(
                "inbox/outlet-2.csv",
                "outlet_code,name,branch_code,channel,dealer_code,opened_on,closed_on\nW009,九店,B01,OWN,,2020-01-01,\n");
        var told = shell().run(
                        "run", "nightly", "--date", "2026-11-20", "--reason", "W009", "--preview", "--format", "csv");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.lines())
                .contains(
                        "facts,outlet,ACCEPTED,1,",
                        "facts,sale,ACCEPTED,1,",
                        "ledger,sellers 2026-11 EARN,SALE,1,7.00",
                        "mail,daily-sales B01 2026-11-20,REVISED,1,");
        nights.again("2026-11-20", "W009");
        assertThat(rows("SELECT SUM(amount) FROM ledger")).containsExactly("17.00");
    }

    @Test
    void old_records_that_a_backfill_takes_in_are_told_as_taken_in() {
        nights.run("2026-11-20");
        home.sales("sale-old.csv", "S8,1,SALE,2026-05-20,W001,P005,G001,1,70.00,,70.00,,,,");
        assertThat(shell().run(
                                "backfill",
                                "nightly",
                                "--from",
                                "2026-11-21",
                                "--to",
                                "2026-11-21",
                                "--preview",
                                "--format",
                                "csv")
                        .lines())
                .contains("facts,sale,ACCEPTED,1,");
        assertThat(shell().run("run", "nightly", "--date", "2026-11-21", "--preview", "--format", "csv")
                        .lines())
                .contains("facts,sale,RETURNED,1,");
    }

    @Test
    void of_a_job_that_settles_only_a_part_could_be_told_so_nothing_is() {
        var told = shell().run("run", "month-end", "--date", "2026-10-31", "--preview");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("DC-325", "settle, close-month");
    }
}
