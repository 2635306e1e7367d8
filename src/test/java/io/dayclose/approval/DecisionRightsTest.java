package io.dayclose.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.approval.DecisionRights.Asked;
import io.dayclose.approval.Decisions.Kind;
import io.dayclose.config.User;
import io.dayclose.config.Users;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRightsTest {
    private static final User WANG = user("wang", "finance", "P001", "5000");
    private static final User LI = user("li", "general-manager", null, null);
    private static final User CHEN = user("chen", "channel", null, null);
    private static final User AUDIT = user("audit", "auditor", null, null);

    private final DecisionRights rights = rights(WANG, LI, CHEN, AUDIT);

    private static DecisionRights rights(User... users) {
        return new DecisionRights(new Users(List.of(users)));
    }

    private static User user(String name, String role, String person, String limit) {
        return new User(
                name,
                List.of(role),
                Optional.ofNullable(person),
                limit == null ? Map.of() : Map.of("adjust", new BigDecimal(limit)));
    }

    private static Matter adjust(String amount, String payee) {
        return new Matter(Kind.ADJUST, "PERSON", payee, "", new BigDecimal(amount));
    }

    private static void refused(Runnable deed, String... words) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(3);
            assertThat(refusal.problem().text(io.dayclose.text.Language.EN)).contains(words);
        });
    }

    @Test
    void strangers_and_readers_propose_nothing() {
        refused(() -> rights.proposer(adjust("1", "P9"), "nobody"), "nobody does not stand in users.yml", "DC-924");
        refused(() -> rights().proposer(adjust("1", "P9"), "wang"), "DC-924");
        refused(
                () -> rights.proposer(adjust("1", "P9"), "audit"),
                "audit holds no role that may adjust; that takes one of: channel, finance, general-manager, operator",
                "DC-628");
        assertThat(rights.proposer(adjust("1", "P9"), "chen")).isEqualTo(CHEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang", "WANG", " wang ", "ｗａｎｇ", "wa\u200Bng", "Wang\u00A0"})
    void nobody_answers_what_he_has_proposed_under_any_spelling(String spelling) {
        refused(
                () -> rights.answerer(new Asked(17, adjust("1", "P9"), "wang"), Answer.APPROVE, spelling),
                "wang has proposed decision 17; somebody else has to answer it (--as); who may: li [DC-611]");
        refused(() -> rights.answerer(new Asked(17, adjust("1", "P9"), spelling), Answer.REJECT, "wang"), "DC-611");
        assertThat(rights.proposer(adjust("1", "P9"), spelling).name()).isEqualTo("wang");
    }

    @Test
    void two_users_who_are_one_person_are_one() {
        var users = rights(WANG, user("wf", "general-manager", "P001", null), LI);
        refused(
                () -> users.answerer(new Asked(17, adjust("1", "P9"), "wang"), Answer.APPROVE, "wf"),
                "who may: li",
                "DC-611");
    }

    @Test
    void who_approves_keeps_to_his_limit_and_may_refuse_anything() {
        assertThat(rights.answerer(new Asked(1, adjust("5000", "P9"), "li"), Answer.APPROVE, "wang"))
                .isEqualTo(WANG);
        assertThat(rights.answerer(new Asked(1, adjust("-5000.00", "P9"), "li"), Answer.APPROVE, "wang"))
                .isEqualTo(WANG);
        refused(
                () -> rights.answerer(new Asked(1, adjust("-5000.01", "P9"), "chen"), Answer.APPROVE, "wang"),
                "wang may approve adjust up to 5000 (limits in users.yml), and this is 5000.01; who may: li [DC-629]");
        assertThat(rights.answerer(new Asked(1, adjust("99999", "P9"), "li"), Answer.REJECT, "wang"))
                .isEqualTo(WANG);
        refused(() -> rights.answerer(new Asked(1, adjust("1", "P9"), "li"), Answer.APPROVE, "chen"), "DC-628");
    }

    @Test
    void what_nobody_else_may_approve_is_not_proposed() {
        refused(
                () -> rights.proposer(adjust("5000.01", "P9"), "li"),
                "nobody else in users.yml may approve 5000.01 of adjust: name a second user who holds one of finance, general-manager and has the limit for it [DC-631]");
        assertThat(rights.proposer(adjust("5000.00", "P9"), "li")).isEqualTo(LI);
    }

    @Test
    void nobody_decides_on_his_own_pay() {
        refused(() -> rights.proposer(adjust("1", "P001"), "wang"), "wang is P001", "who may: li", "DC-630");
        refused(() -> rights.answerer(new Asked(1, adjust("1", "P001"), "li"), Answer.APPROVE, "wang"), "DC-630");
        var dealer = new Matter(Kind.ADJUST, "DEALER", "P001", "", BigDecimal.ONE);
        assertThat(rights.proposer(dealer, "wang"))
                .as("a dealer of the same code is somebody else")
                .isEqualTo(WANG);
    }

    @Test
    void only_who_has_a_part_in_it_takes_it_back() {
        assertThat(rights.withdrawer(1, "chen", Optional.empty(), "CHEN")).isEqualTo(CHEN);
        assertThat(rights.withdrawer(1, "chen", Optional.of("li"), "li")).isEqualTo(LI);
        refused(
                () -> rights.withdrawer(1, "chen", Optional.of("li"), "wang"),
                "decision 1 was proposed by chen: only he, or whoever has approved it, may take it back, not wang [DC-632]");
    }

    @Test
    void what_moves_no_money_is_said_by_anybody_where_nobody_is_named() {
        var remark = new Matter(Kind.ASSIGN, "", "", "", BigDecimal.ZERO);
        assertThat(rights().remarker(remark, "root")).isEqualTo("root");
        assertThat(rights.remarker(remark, "CHEN")).isEqualTo("chen");
        refused(() -> rights.remarker(remark, "audit"), "audit holds no role that may assign", "DC-628");
    }
}
