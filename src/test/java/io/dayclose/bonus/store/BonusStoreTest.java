package io.dayclose.bonus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.bonus.ApprovalEvent.Kind;
import io.dayclose.text.Refusal;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of a bonus, what is posted, and that nothing of it happens by halves or twice. */
class BonusStoreTest extends BonusCompany {

    @Test
    void every_deed_is_kept_with_the_figures_it_was_done_from() {
        agreedByFinance(NOVEMBER);
        does("gm", Kind.APPROVE);
        var digest = now(NOVEMBER).digest();
        assertThat(
                        rows(
                                "SELECT version, kind, step, done_by, done_at, reason, digest FROM bonus_event ORDER BY version"))
                .containsExactly(
                        "1 SUBMIT  chen 2026-12-01T12:00 because " + digest,
                        "2 APPROVE channel zhou 2026-12-01T12:00 because " + digest,
                        "3 APPROVE finance wang 2026-12-01T12:00 because " + digest,
                        "4 APPROVE general-manager gm 2026-12-01T12:00 because " + digest);
        assertThat(rows("SELECT bonus, month, state, version, steps FROM bonus_plan_month"))
                .containsExactly("card 2026-11 APPROVED 4 channel,finance,general-manager");
        assertThat(rows("SELECT person_code, score, multiple, amount, reason FROM bonus_figure ORDER BY person_code"))
                .containsExactly("P001 50.00 0.500000 5000.00 ", "P002 70.50 0.705000 7050.00 ");
        assertThat(rows("SELECT person_code, kind, metric, scope_code, rule, weight + 0, result FROM bonus_reading"))
                .containsExactly(
                        "P001 SCORE satisfaction B01 [[0, 0], [100, 100]] 100.000000000 50.000000",
                        "P002 SCORE satisfaction B02 [[0, 0], [100, 100]] 100.000000000 70.500000");
        assertThat(store().sheet("card", NOVEMBER).orElseThrow().digest()).isEqualTo(digest);
    }

    @Test
    void only_what_is_approved_is_posted_and_only_then() {
        agreedByFinance(NOVEMBER);
        assertThat(rows("SELECT COUNT(*) FROM ledger")).containsExactly("0");
        does("gm", Kind.APPROVE);
        assertThat(
                        rows(
                                "SELECT plan, payee_kind, payee_code, origin_month, posting_month, type, cause, amount, posted_by FROM ledger ORDER BY payee_code"))
                .containsExactly(
                        "card PERSON P001 2026-11 2026-11 BONUS DECISION 5000.00 bonus 2026-11",
                        "card PERSON P002 2026-11 2026-11 BONUS DECISION 7050.00 bonus 2026-11");
    }

    @Test
    void facts_that_change_later_leave_the_frozen_figures_alone_and_show_beside_them() {
        agreedByFinance(NOVEMBER);
        score("B01", NOVEMBER, "90");
        var frozen = store().sheet("card", NOVEMBER).orElseThrow();
        assertThat(frozen.wouldBe(now(NOVEMBER))).singleElement().satisfies(each -> {
            assertThat(each.frozen().orElseThrow().amount()).isEqualTo("5000.00");
            assertThat(each.now().orElseThrow().amount()).isEqualTo("9000.00");
        });
        does("gm", Kind.APPROVE);
        assertThat(rows("SELECT amount FROM ledger WHERE payee_code = 'P001'")).containsExactly("5000.00");
    }

    @Test
    void what_is_withdrawn_can_be_submitted_with_the_figures_of_then() {
        submitted(NOVEMBER);
        score("B01", NOVEMBER, "90");
        does("chen", Kind.WITHDRAW);
        assertThat(rows("SELECT state FROM bonus_plan_month")).containsExactly("DRAFT");
        does("chen", Kind.DRAFT);
        agreedByFinance(NOVEMBER);
        does("gm", Kind.APPROVE);
        assertThat(rows("SELECT amount FROM ledger WHERE payee_code = 'P001'")).containsExactly("9000.00");
        assertThat(rows("SELECT COUNT(*) FROM bonus_sheet")).containsExactly("2");
    }

    @Test
    void of_two_who_approve_one_step_at_once_exactly_one_does() throws Exception {
        for (int month = 1; month <= 5; month++) {
            var each = YearMonth.of(2026, month);
            score("B01", each, "50");
            score("B02", each, "50");
            submitted(each);
            assertThat(together("zhou", "qian", each)).isEqualTo(1);
            assertThat(rows("SELECT state, version FROM bonus_plan_month WHERE month = '" + each + "'"))
                    .containsExactly("CHANNEL_APPROVED 2");
        }
    }

    @Test
    void of_two_who_give_the_last_word_at_once_one_pays_once() throws Exception {
        agreedByFinance(NOVEMBER);
        assertThat(together("gm", "vice", NOVEMBER)).isEqualTo(1);
        assertThat(rows("SELECT payee_code, SUM(amount), COUNT(*) FROM ledger GROUP BY payee_code ORDER BY 1"))
                .containsExactly("P001 5000.00 1", "P002 7050.00 1");
    }

    @Test
    void of_two_who_submit_a_month_never_seen_before_exactly_one_does() throws Exception {
        assertThat(together(Stream.of("chen", "zhou")
                        .<Callable<Object>>map(user -> () -> does(user, Kind.SUBMIT))
                        .toList()))
                .isEqualTo(1);
        assertThat(rows("SELECT COUNT(*) FROM bonus_event")).containsExactly("1");
    }

    private int together(String one, String other, YearMonth month) throws Exception {
        return together(Stream.of(one, other)
                .<Callable<Object>>map(user -> () -> does(user, Kind.APPROVE, month))
                .toList());
    }

    /** How many of those who begin at one moment come through; the others must have been refused in words. */
    private static int together(List<Callable<Object>> deeds) throws Exception {
        var start = new CyclicBarrier(deeds.size());
        var pool = Executors.newFixedThreadPool(deeds.size());
        try {
            var running = deeds.stream()
                    .map(deed -> pool.submit(() -> {
                        start.await();
                        return deed.call();
                    }))
                    .toList();
            int done = 0;
            for (var each : running) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Refusal.class);
                }
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void cut_off_in_the_middle_of_the_last_approval_nothing_has_happened() {
        agreedByFinance(NOVEMBER);
        assertThatThrownBy(() -> does("gm", Kind.APPROVE, NOVEMBER, () -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(rows("SELECT state, version FROM bonus_plan_month")).containsExactly("FINANCE_APPROVED 3");
        assertThat(rows("SELECT COUNT(*) FROM bonus_event")).containsExactly("3");
        assertThat(rows("SELECT COUNT(*) FROM ledger")).containsExactly("0");
        does("gm", Kind.APPROVE);
        assertThat(rows("SELECT SUM(amount) FROM ledger")).containsExactly("12050.00");
    }

    @Test
    void nothing_is_paid_twice_even_when_somebody_turns_the_tables_back() {
        agreedByFinance(NOVEMBER);
        does("gm", Kind.APPROVE);
        assertThatThrownBy(() -> does("vice", Kind.APPROVE)).hasMessageContaining("is approved and posted");
        jdbc().update("DELETE FROM bonus_event WHERE version = 4");
        jdbc().update("UPDATE bonus_plan_month SET state = 'FINANCE_APPROVED', version = 3");
        assertThatThrownBy(() -> does("vice", Kind.APPROVE)).isInstanceOf(IllegalStateException.class);
        assertThat(rows("SELECT SUM(amount) FROM ledger")).containsExactly("12050.00");
    }

    @Test
    void frozen_figures_that_somebody_has_changed_are_not_paid() {
        agreedByFinance(NOVEMBER);
        var digest = now(NOVEMBER).digest();
        jdbc().update("UPDATE bonus_figure SET amount = 99999 WHERE person_code = 'P001'");
        var changed = store().sheet("card", NOVEMBER).orElseThrow().digest();
        assertThatThrownBy(() -> does("gm", Kind.APPROVE))
                .hasMessage(
                        "bonus: the frozen figures of card for 2026-11 are not those that were submitted (digest %s, now %s); somebody has changed the tables, call the developers [DC-931]"
                                .formatted(digest, changed));
        assertThat(rows("SELECT COUNT(*) FROM ledger")).containsExactly("0");
    }

    @Test
    void a_month_before_the_plan_s_first_version_has_no_bonus() {
        assertThatThrownBy(() -> does("chen", Kind.DRAFT, YearMonth.of(2025, 12)))
                .hasMessage(
                        "bonus: no version of card is in force in 2025-12; add one to jobs-config/bonuses/card.yml or choose a later month [DC-930]");
    }

    @Test
    void a_draft_made_again_from_the_same_facts_is_the_same_sheet() {
        does("chen", Kind.DRAFT);
        does("wang", Kind.DRAFT);
        assertThat(rows("SELECT COUNT(*) FROM bonus_sheet")).containsExactly("1");
        score("B01", NOVEMBER, "51");
        does("wang", Kind.DRAFT);
        assertThat(rows("SELECT f.amount FROM bonus_plan_month m JOIN bonus_figure f USING (sheet_id) ORDER BY 1"))
                .containsExactly("5100.00", "7050.00");
    }
}
