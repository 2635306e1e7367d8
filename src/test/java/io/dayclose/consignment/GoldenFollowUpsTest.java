package io.dayclose.consignment;

import static io.dayclose.consignment.GoldenCycle.AS_OF;
import static io.dayclose.consignment.GoldenCycle.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen after the golden mini-cycle: (a) to (f) of reconciliation.md 3c. */
class GoldenFollowUpsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private CarrierCompany company;

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void a_run_again_nothing_changes() {
        company = GoldenCycle.company(folder).run();
        var before = company.everything(AS_OF);
        company.again(AS_OF, "to be sure");
        assertThat(company.everything(AS_OF)).isEqualTo(before);
    }

    @Test
    void b_lines_and_parcels_in_another_order_give_the_same_rows() {
        company = GoldenCycle.company(folder).run();
        var before = company.everything(AS_OF);
        company.close();
        company = GoldenCycle.company(other);
        company.before(AS_OF).shuffled(7);
        company.run();
        assertThat(company.everything(AS_OF)).isEqualTo(before);
    }

    @Test
    void c_the_same_files_again_under_other_names_change_nothing() {
        company = GoldenCycle.company(folder).run();
        var before = company.everything(AS_OF);
        company.before(AS_OF).paid(GoldenCycle.statement());
        company.again(AS_OF, "sent twice");
        assertThat(company.everything(AS_OF)).isEqualTo(before);
        assertThat(
                        company.nights()
                                .rows(
                                        "SELECT COUNT(*) FROM feed_source WHERE name LIKE 'remittance_line-%-again.csv' AND accepted > 0"))
                .containsExactly("0");
    }

    @Test
    void d_a_statement_that_lost_a_line_is_quarantined_and_nothing_of_it_is_matched() {
        var w09 = 6;
        company = GoldenCycle.company(folder, GoldenCycle.statement().dropping(w09))
                .run();
        // assumed: the amount of FOOTING is the difference of the gross
        assertThat(company.breaks("SF", AS_OF))
                .contains(
                        "FOOTING SF-2026-11-H1 250.00",
                        "NOT_REMITTED W01 1000.00",
                        "NOT_REMITTED W07 2000.00",
                        "NOT_REMITTED W09 300.00",
                        "SHORT W00 400.00")
                .noneMatch(each -> each.matches("(DUPLICATE_LINE|FEE_VARIANCE|PAID_REFUSED|UNKNOWN_WAYBILL) .*"));
        assertThat(company.receivables("SF", AS_OF))
                .filteredOn(row -> !row.contains(" 0.00 0.00 CANCELLED"))
                .containsExactly(
                        "W00 600.00 400.00 PARTIAL",
                        "W01 0.00 1000.00 DUE",
                        "W02 0.00 1200.00 DUE",
                        "W03 0.00 800.00 DUE",
                        "W04 0.00 500.00 DUE",
                        "W05 0.00 600.00 DUE",
                        "W07 0.00 2000.00 DUE",
                        "W08 0.00 1500.00 DUE",
                        "W09 0.00 300.00 DUE",
                        "W10 0.00 600.00 DUE",
                        "W12 0.00 450.00 DUE",
                        "X1 250.00 0.00 SETTLED");
        assertThat(company.suspense("SF", AS_OF)).noneMatch(row -> row.matches("(W06|W10|X1|X2) .*"));
    }

    @Test
    void e_the_late_line_settles_w07_and_its_break_keeps_its_history() {
        company = GoldenCycle.company(folder);
        company.before(NEXT).paid(GoldenCycle.late());
        company.run();
        assertThat(company.receivables("SF", NEXT)).contains("W07 2000.00 0.00 SETTLED");
        var cleared = company.oneBreak("NOT_REMITTED", "SF", NEXT);
        assertThat(cleared.text("subject", "first_seen", "state", "age_days"))
                .as("at the age it had when it was seen last")
                .isEqualTo("W07 2026-11-24 AUTO_CLEARED 4");
        var then = company.oneBreak("NOT_REMITTED", "SF", AS_OF);
        assertThat(then.text("key", "age_days")).isEqualTo(cleared.get("key") + " 4");
        assertThat(then.isOpen()).as("as on the close of the 24th").isTrue();
        assertThat(company.breaks("SF", NEXT)).hasSize(6);
        assertThat(company.suspense("SF", NEXT)).isEqualTo(company.suspense("SF", AS_OF));
    }

    @Test
    void f_a_reversed_match_is_open_again_from_its_old_due_date() {
        company = GoldenCycle.company(folder).run();
        company.decide("unmatch", "W01");
        company.before(NEXT);
        company.run();
        var reopened = company.receivable("W01", NEXT);
        assertThat(reopened.text("gross", "open", "due_on", "cycle"))
                .isEqualTo("1000.00 1000.00 2026-11-20 2026-11-H1");
        assertThat(reopened.get("state")).isIn("REOPENED", "DUE");
        assertThat(ShownRow.sum(company.show("receivables", NEXT), "open")).isEqualTo("3050.00");
        assertThat(company.receivables("SF", AS_OF)).as("the day before stays").contains("W01 1000.00 0.00 SETTLED");
    }
}
