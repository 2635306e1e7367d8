package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.bonus.ApprovalEvent.Kind;
import io.dayclose.text.Language;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every refusal says what is in the way and who may do it. */
class RefusalsTest {
    private final Approvals month = Approvals.complete();

    private String refused(String user, Kind kind, String reason) {
        return month.does(user, kind, reason).orElseThrow();
    }

    @Test
    void what_is_under_way_is_not_drafted_or_submitted_again() {
        month.after("chen SUBMIT", "zhou APPROVE");
        assertThat(refused("wang", Kind.DRAFT, ""))
                .isEqualTo(
                        "bonus draft: card for 2026-11 is CHANNEL_APPROVED, submitted by chen; its figures are frozen, so have it rejected or withdrawn first [DC-921]");
        assertThat(refused("chen", Kind.SUBMIT, "")).startsWith("bonus submit: card for 2026-11 is CHANNEL_APPROVED");
    }

    @Test
    void a_draft_is_neither_approved_nor_rejected_nor_withdrawn() {
        assertThat(refused("wang", Kind.APPROVE, ""))
                .isEqualTo("bonus approve: card for 2026-11 is a draft; dayclose bonus submit it first [DC-922]");
        assertThat(refused("wang", Kind.REJECT, "no")).endsWith("[DC-922]");
        assertThat(refused("wang", Kind.WITHDRAW, "no")).endsWith("[DC-922]");
    }

    @Test
    void what_is_approved_is_final() {
        month.after("chen SUBMIT", "zhou APPROVE", "wang APPROVE", "gm APPROVE");
        for (var kind : Kind.values()) {
            assertThat(refused("chen", kind, "why"))
                    .isEqualTo(
                            "bonus %s: card for 2026-11 is approved and posted, which is final; what was wrong is put right by dayclose decide adjust [DC-923]"
                                    .formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void strangers_do_not_submit() {
        assertThat(refused("root", Kind.SUBMIT, ""))
                .isEqualTo(
                        "bonus submit: root does not stand in users.yml; act as somebody who does (--as), or write him there (docs/people.md) [DC-924]");
    }

    @Test
    void what_is_incomplete_is_not_submitted() {
        month.now(Bonuses.sheet(
                Bonuses.card("target", "[[0, 0], [1, 100]]"),
                new TestFigures().actual("BRANCH B01", "net-amount", "50"),
                Bonuses.manager("P001")));
        assertThat(refused("chen", Kind.SUBMIT, ""))
                .isEqualTo(
                        "bonus submit: card for 2026-11 is INCOMPLETE, missing are: TARGET net-amount BRANCH B01; have them delivered and draft it again [DC-925]");
    }

    @Test
    void another_role_has_to_act() {
        month.after("chen SUBMIT");
        assertThat(refused("wang", Kind.APPROVE, ""))
                .isEqualTo(
                        "bonus approve: card for 2026-11 waits for channel, a role that wang does not hold; who may: zhou [DC-926]");
        assertThat(refused("gm", Kind.REJECT, "no"))
                .isEqualTo(
                        "bonus reject: card for 2026-11 waits for channel, a role that gm does not hold; who may: zhou [DC-926]");
    }

    @Test
    void nobody_approves_what_he_submitted() {
        month.after("chen SUBMIT");
        assertThat(refused("chen", Kind.APPROVE, ""))
                .isEqualTo(
                        "bonus approve: card for 2026-11 was submitted by chen, and nobody approves what he has submitted; who may: zhou [DC-927]");
    }

    @Test
    void nobody_approves_two_steps() {
        month.after("chen SUBMIT", "zhou APPROVE");
        assertThat(refused("zhou", Kind.APPROVE, ""))
                .isEqualTo(
                        "bonus approve: card for 2026-11: zhou has approved it for channel already, and nobody approves two steps; who may: wang, gm2 [DC-928]");
    }

    @Test
    void one_person_with_two_users_is_one() {
        month.after("chen SUBMIT", "zhou APPROVE", "gm2 APPROVE");
        assertThat(refused("gm", Kind.APPROVE, ""))
                .isEqualTo(
                        "bonus approve: card for 2026-11: gm has approved it for finance already, and nobody approves two steps; who may: nobody in users.yml [DC-928]");
    }

    @Test
    void a_rejection_says_why() {
        month.after("chen SUBMIT");
        assertThat(refused("zhou", Kind.REJECT, " ")).isEqualTo("bonus reject: say why with --reason [DC-612]");
    }

    @Test
    void only_those_concerned_take_back() {
        month.after("chen SUBMIT");
        assertThat(refused("clerk", Kind.WITHDRAW, ""))
                .isEqualTo(
                        "bonus withdraw: card for 2026-11: clerk neither submitted it nor has a say in it; ask chen, who submitted it [DC-929]");
    }

    @Test
    void refusals_speak_chinese_too() {
        month.after("chen SUBMIT", "zhou APPROVE", "gm2 APPROVE");
        assertThat(month.does(Approvals.actor("gm"), Kind.APPROVE, "", Language.ZH))
                .contains("bonus approve: card（2026-11）：gm 已以 finance 身份批准，任何人不得审批两步；可办理者：users.yml 中无人 [DC-928]");
    }
}
