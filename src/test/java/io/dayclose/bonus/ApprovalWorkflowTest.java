package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.bonus.ApprovalEvent.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The way of a month to its approval. */
class ApprovalWorkflowTest {

    @Test
    void step_by_step_to_approval() {
        var month = Approvals.complete();
        assertThat(month.state()).isEqualTo("DRAFT");
        assertThat(month.after("chen DRAFT", "chen SUBMIT").state()).isEqualTo("SUBMITTED");
        assertThat(month.after("zhou APPROVE").state()).isEqualTo("CHANNEL_APPROVED");
        assertThat(month.after("wang APPROVE").state()).isEqualTo("FINANCE_APPROVED");
        assertThat(month.course().waitsFor()).contains("general-manager");
        assertThat(month.after("gm APPROVE").state()).isEqualTo("APPROVED");
        assertThat(month.course().waitsFor()).isEmpty();
    }

    @Test
    void only_the_last_step_pays() {
        var month = Approvals.complete().after("chen SUBMIT", "zhou APPROVE");
        var wish = new ApprovalCommand(Kind.APPROVE, Approvals.actor("wang"), Approvals.NOON, "", sheet());
        assertThat(((Outcome.Done) month.course().next(wish, Approvals.USERS)).pays())
                .isFalse();
        month.after("wang APPROVE");
        var last = new ApprovalCommand(Kind.APPROVE, Approvals.actor("gm"), Approvals.NOON, "", sheet());
        assertThat(((Outcome.Done) month.course().next(last, Approvals.USERS)).pays())
                .isTrue();
    }

    private static BonusStatement sheet() {
        return Bonuses.sheet(
                Bonuses.card("value", "[[0, 0], [100, 100]]"),
                new TestFigures().actual("BRANCH B01", "net-amount", "50"),
                Bonuses.manager("P001"));
    }

    @Test
    void what_is_rejected_or_withdrawn_is_a_draft_again() {
        assertThat(Approvals.complete().after("chen SUBMIT", "zhou REJECT").state())
                .isEqualTo("DRAFT");
        assertThat(Approvals.complete()
                        .after("chen SUBMIT", "zhou APPROVE", "chen WITHDRAW")
                        .state())
                .isEqualTo("DRAFT");
        assertThat(Approvals.complete()
                        .after("chen SUBMIT", "zhou APPROVE", "gm WITHDRAW", "chen DRAFT")
                        .state())
                .isEqualTo("DRAFT");
    }

    @Test
    void who_agreed_before_a_rejection_may_agree_again_but_no_submitter_ever() {
        var month = Approvals.complete()
                .after("chen SUBMIT", "zhou APPROVE", "wang REJECT", "clerk SUBMIT", "zhou APPROVE", "wang APPROVE");
        assertThat(month.state()).isEqualTo("FINANCE_APPROVED");
        var other = Approvals.complete().after("chen SUBMIT", "zhou REJECT", "clerk SUBMIT");
        assertThat(other.does("chen", Kind.APPROVE, "")).get().asString().contains("submitted by chen");
    }

    @Test
    void every_deed_says_who_when_why_and_from_which_figures() {
        var month = Approvals.complete().after("chen SUBMIT", "zhou REJECT");
        assertThat(month.course().deeds())
                .containsExactly(
                        new ApprovalEvent(
                                Kind.SUBMIT, "", Approvals.actor("chen"), Approvals.NOON, "wrong", sheet().digest()),
                        new ApprovalEvent(
                                Kind.REJECT, "", Approvals.actor("zhou"), Approvals.NOON, "wrong", sheet().digest()));
    }

    @Test
    void whatever_people_try_nobody_approves_twice_nor_what_he_submitted() {
        long seed = Long.getLong("bonus.seed", 20261126L);
        System.out.println("bonus: -Dbonus.seed=" + seed);
        var dice = new Random(seed);
        int approved = 0;
        for (int time = 0; time < 1_000; time++) {
            var month = Approvals.complete();
            for (int deed = 0; deed < 60; deed++) {
                var user = Approvals.USERS.get(dice.nextInt(Approvals.USERS.size()));
                boolean approves = dice.nextInt(3) > 0;
                var kind = approves ? Kind.APPROVE : Kind.values()[dice.nextInt(Kind.values().length)];
                month.does(user.user(), kind, dice.nextBoolean() ? "why" : "");
            }
            prove(month.course().deeds());
            approved += month.state().equals("APPROVED") ? 1 : 0;
        }
        assertThat(approved).as("months that came through").isBetween(100, 999);
    }

    /** From the deeds alone, another way than the course does it. */
    private static void prove(List<ApprovalEvent> deeds) {
        for (int n = 0; n < deeds.size(); n++) {
            var deed = deeds.get(n);
            if (deed.kind() != Kind.APPROVE) {
                continue;
            }
            int step = Approvals.STEPS.indexOf(deed.step());
            assertThat(deed.by().roles()).contains(deed.step());
            for (int back = 1; back <= step; back++) {
                var before = deeds.get(n - back);
                assertThat(before.kind()).isEqualTo(Kind.APPROVE);
                assertThat(before.step()).isEqualTo(Approvals.STEPS.get(step - back));
                assertThat(same(before.by(), deed.by())).isFalse();
            }
            assertThat(deeds.get(n - step - 1).kind()).isEqualTo(Kind.SUBMIT);
            assertThat(deeds.subList(0, n))
                    .filteredOn(each -> each.kind() == Kind.SUBMIT)
                    .noneMatch(each -> same(each.by(), deed.by()));
        }
    }

    private static boolean same(Actor one, Actor other) {
        return one.equals(other) || one.user().startsWith("gm") && other.user().startsWith("gm");
    }
}
