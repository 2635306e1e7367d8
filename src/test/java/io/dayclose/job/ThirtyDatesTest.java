package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thirty dates are finished when late, corrected and cancelled sales come, and a leaving date. */
@Tag("long")
class ThirtyDatesTest extends CompanyNights {
    private static final LocalDate FIRST = LocalDate.parse("2026-09-20");
    private static final LocalDate LAST = FIRST.plusDays(29);

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports().plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(date -> company.sales(
                        "sale-" + date + ".csv",
                        sale("E" + date, date, "W001,P005", "10.00"),
                        sale("S" + date, date, "W002,", "20.00")));
        return company;
    }

    /** @param where outlet and seller */
    private static String sale(String document, LocalDate date, String where, String amount) {
        return "%s,1,SALE,%s,%s,G001,1,%s,,%s,,,,".formatted(document, date, where, amount, amount);
    }

    @Test
    void exactly_the_right_dates_are_stale_and_exactly_what_changed_is_mailed_once() {
        nights.backfill(FIRST.toString(), LAST.toString());
        var late = FIRST.plusDays(9);
        home.sales(
                "sale-late.csv",
                sale("L1", late, "W001,P005", "700.00"),
                sale("E" + FIRST.plusDays(14), FIRST.plusDays(14), "W001,P005", "12.00"),
                sale("E" + FIRST.plusDays(19), FIRST.plusDays(19), "W001,P005", "10.00") + "Y");
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,email,joined_on,left_on\nP005,周军,B01,W001,SELLER,,2020-01-01,"
                        + FIRST.plusDays(24) + "\n");
        nights.run(LAST.plusDays(1).toString());
        var stale = shell().run("revise", "--dry-run", "--format", "csv").lines();
        assertThat(stale.subList(1, stale.size()))
                .extracting(row -> LocalDate.parse(row.substring(0, 10)))
                .containsExactlyElementsOf(late.datesUntil(LAST.plusDays(1)).toList());
        var mails = rows("SELECT COUNT(*) FROM outbox_mail");
        var revised = shell().run("revise", "--stale", "--format", "csv");
        assertThat(revised.code()).as(revised.err()).isZero();
        assertThat(rows("SELECT COUNT(*) FROM outbox WHERE revision > 0 AND business_date < '" + late + "'"))
                .containsExactly("0");
        assertThat(rows(
                        "SELECT business_date, scope_code, revision FROM outbox WHERE report = 'daily-sales' AND revision > 0 AND business_date >= '"
                                + late + "' ORDER BY 1, 2"))
                .as("every date counts the late sale in its month to date or its 30 days; the south has nothing new")
                .containsExactlyElementsOf(late.datesUntil(LAST.plusDays(1))
                        .flatMap(date -> List.of(date + " B01 1", date + " COMPANY 1").stream())
                        .toList());
        var sent = rows("SELECT COUNT(*) FROM outbox_mail");
        assertThat(sent).isNotEqualTo(mails);
        assertThat(shell().run("revise", "--format", "csv").lines()).hasSize(1);
        assertThat(rows("SELECT COUNT(*) FROM outbox_mail")).isEqualTo(sent);
        assertThat(nights.findings()).isEmpty();
    }
}
