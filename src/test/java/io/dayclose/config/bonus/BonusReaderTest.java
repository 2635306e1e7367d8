package io.dayclose.config.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bonus plans are read as they are meant, and every slip is named with its line and what to write. */
class BonusReaderTest {
    private static final String POOL = """
            bonus: test
            versions:
              - from: 2026-01-01
                participants: {role: [SELLER]}
                pool: {per: outlet, percent: 1.5, of: net-amount}
                distribute: {role-weight: {SELLER: 1.0}, by: equal}
                approval: [finance]
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String bonus) {
        return problems(new TestHome(folder).write("jobs-config/bonuses/test.yml", bonus));
    }

    private static List<String> problems(TestHome home) {
        return home.load().problems().sorted().stream()
                .map(problem -> problem.text(Language.EN))
                .toList();
    }

    private static Bonus delivered(String name) {
        var loaded = HomeReader.read(new HomeFiles(Path.of(".")), any -> Optional.of("x"));
        assertThat(loaded.problems().sorted()).isEmpty();
        return loaded.home().bonuses().get(name);
    }

    @Test
    void the_delivered_scorecard_is_understood() {
        var bonus = delivered("branch-manager");
        assertThat(bonus.title().en()).isEqualTo("Branch manager bonus");
        assertThat(bonus.on(YearMonth.of(2025, 12))).isEmpty();
        var version = bonus.on(YearMonth.of(2026, 11)).orElseThrow();
        assertThat(version.participants()).isEqualTo(new Participants(List.of("BRANCH_MANAGER"), Optional.empty()));
        assertThat(version.approval()).containsExactly("channel", "finance", "general-manager");
        var card = (Scorecard) version.way();
        assertThat(card.lines())
                .extracting(ScoreLine::metric)
                .containsExactly("net-amount", "collection", "stock-days", "satisfaction");
        assertThat(card.lines().get(2).against()).isEqualTo(ScoreLine.Against.VALUE);
        assertThat(card.lines().get(2).curve().points())
                .containsExactly(
                        new Curve.Point(new BigDecimal("30"), new BigDecimal("100")),
                        new Curve.Point(new BigDecimal("60"), new BigDecimal("0")));
        assertThat(card.gates())
                .containsExactly(new Gate("expense-ratio", Optional.empty(), Optional.of(new BigDecimal("1.05"))));
        assertThat(card.amount().base()).isEqualTo("5000");
    }

    @Test
    void the_delivered_pool_is_understood() {
        var bonus = delivered("store-pool");
        assertThat(bonus.title().zh()).isEqualTo("store-pool");
        var pool = (Pool) bonus.on(YearMonth.of(2026, 1)).orElseThrow().way();
        assertThat(pool.per()).isEqualTo(ScopeKind.OUTLET);
        assertThat(pool.percent()).isEqualTo("1.5");
        assertThat(pool.distribution().by()).isEqualTo(Distribution.By.NET_AMOUNT);
        assertThat(pool.distribution().roleWeights())
                .containsEntry("PROMOTER", new BigDecimal("0.8"))
                .hasSize(3);
    }

    @Test
    void a_limit_itself_passes_its_gate() {
        var gate = new Gate("cost", Optional.of(new BigDecimal("0.5")), Optional.of(new BigDecimal("1.05")));
        assertThat(gate.broken(new BigDecimal("0.50"))).isEmpty();
        assertThat(gate.broken(new BigDecimal("1.050"))).isEmpty();
        assertThat(gate.broken(new BigDecimal("1.0500001"))).contains(new BigDecimal("1.05"));
        assertThat(gate.broken(new BigDecimal("0.4999"))).contains(new BigDecimal("0.5"));
    }

    @Test
    void slips_in_a_scorecard_are_named_with_their_line() {
        assertThat(problems("""
                bonus: test
                versions:
                  - from: 2026-01-15
                    participants: {role: [SELLER]}
                    scorecard:
                      - {metric: a, weight: 60, against: value, curve: [[0, 0], [1, 50], [1, 60]]}
                      - {metric: b, weight: 40, against: target, curve: [[5, 1]]}
                    amount: {base: 5000, multiple: [[60, 0], [100, 1]]}
                    approval: [finance]
                  - from: 2026-02-01
                    participants: {role: [SELLER]}
                    scorecard:
                      - metric: a
                        weight: 100
                        against: value
                        curve:
                          - [1, 0]
                          - [0.5, 10]
                          - [2, 20]
                          - [2, 30]
                          - [2.0, 40]
                          - [3]
                          - [4, -1]
                    gates: [{metric: c}]
                    amount: {base: 5000, multiple: [[60, 0], [100, 1]]}
                    approval: []
                """))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:3: a bonus is a month's and a version of it cannot begin on 2026-01-15; write 2026-01-01 or the first of a later month [DC-911]",
                        "jobs-config/bonuses/test.yml:18: point 2 lies at 0.5, before point 1 (1); points stand in rising order, two at one x make a step [DC-904]",
                        "jobs-config/bonuses/test.yml:21: three points lie at 2.0; two make a step, take one of them out [DC-905]",
                        "jobs-config/bonuses/test.yml:22: [3] is not a point; write two numbers, such as [1.00, 100], the second one not negative [DC-903]",
                        "jobs-config/bonuses/test.yml:23: [4, -1] is not a point; write two numbers, such as [1.00, 100], the second one not negative [DC-903]",
                        "jobs-config/bonuses/test.yml:24: gate c has no limit; write at-least or at-most beside it [DC-910]",
                        "jobs-config/bonuses/test.yml:26: nobody approves this bonus; name at least one role of users.yml, such as [finance] [DC-907]");
    }

    @Test
    void weights_add_up_to_a_hundred() {
        assertThat(problems("""
                bonus: test
                versions:
                  - from: 2026-01-01
                    participants: {role: [SELLER]}
                    scorecard:
                      - {metric: a, weight: 60, against: value, curve: [[0, 0], [1, 50], [1, 60]]}
                      - {metric: b, weight: 30.5, against: target, curve: [[5, 1]]}
                    amount: {base: 5000, multiple: [[60, 0], [100, 1]]}
                    approval: [finance]
                """))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:6: the weights add up to 90.5, not to 100 (-9.5); change one of them [DC-902]");
    }

    @Test
    void a_version_pays_in_one_way_and_says_all_of_it() {
        assertThat(problems("""
                bonus: test
                versions:
                  - from: 2026-01-01
                    participants: {role: [SELLER]}
                    amount: {base: 5000, multiple: [[60, 0], [100, 1]]}
                    pool: {per: outlet, percent: 1.5, of: net-amount}
                    approval: [finance]
                  - from: 2026-02-01
                    participants: {role: [SELLER]}
                    approval: [finance]
                  - from: 2026-03-01
                    participants: {role: [SELLER]}
                    pool: {per: outlet, percent: 1.5, of: net-amount}
                    approval: [finance]
                """))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:6: a version pays either by scorecard, gates and amount or by pool and distribute; keep one of both [DC-901]",
                        "jobs-config/bonuses/test.yml:8: a version pays either by scorecard, gates and amount or by pool and distribute; keep one of both [DC-901]",
                        "jobs-config/bonuses/test.yml:11: key \"distribute\" is missing; add \"distribute: \" with {role-weight: {SELLER: 1.0}, by: net-amount} [DC-104]");
    }

    @Test
    void whoever_shares_a_pool_has_a_weight_and_no_step_stands_twice() {
        assertThat(problems("""
                bonus: test
                versions:
                  - from: 2026-02-01
                    participants: {role: [SELLER, PROMOTER]}
                    pool: {per: outlet, percent: 1.5, of: net-amount}
                    distribute: {role-weight: {SELLER: 1.0, PROMOTR: 0.8}, by: net-amount}
                    approval: [finance, channel, finance]
                  - from: 2026-03-01
                    participants: {role: [SELLER]}
                    pool: {per: outlet, percent: 1.5, of: net-amount}
                    distribute:
                      by: equal
                      role-weight: {SELLER: 0}
                    approval: [finance]
                """))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:6: role PROMOTER takes part and has no weight above 0; write it in role-weight, such as PROMOTER: 1.0 [DC-909]",
                        "jobs-config/bonuses/test.yml:6: there is no \"PROMOTR\"; write \"PROMOTER\" or declare it [DC-118]",
                        "jobs-config/bonuses/test.yml:7: finance approves twice, and nobody may approve two steps; keep one [DC-908]",
                        "jobs-config/bonuses/test.yml:13: role SELLER takes part and has no weight above 0; write it in role-weight, such as SELLER: 1.0 [DC-909]");
    }

    @Test
    void versions_follow_each_other() {
        assertThat(problems(POOL + POOL.substring(POOL.indexOf("  - from"))))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:8: this version begins on 2026-01-01, not after the one before it (2026-01-01); versions stand in the order of their first days [DC-131]");
    }

    @Test
    void a_metric_is_a_query_or_a_score_but_not_a_slip_of_the_pen() {
        var home = new TestHome(folder)
                .write("sql/metric/net-amount.sql", "SELECT 1")
                .write("jobs-config/bonuses/test.yml", POOL.replace("net-amount", "net-amuont"));
        assertThat(problems(home))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:5: there is no sql/metric/net-amuont.sql; write \"net-amount\", or if it is a score that people give, name it less alike [DC-906]");
        assertThat(problems(POOL.replace("net-amount", "satisfaction"))).isEmpty();
        assertThat(problems(POOL)).isEmpty();
    }

    @Test
    void the_ledger_could_not_tell_a_bonus_from_a_plan_of_its_name() {
        var home = new TestHome(folder)
                .plan("test", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 1}")
                .write("jobs-config/bonuses/test.yml", POOL);
        assertThat(problems(home))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:1: test is the name of a commission plan too, and the ledger tells plans apart by name; give one of them another [DC-912]");
    }

    @Test
    void a_name_that_is_not_the_file_s_is_told() {
        assertThat(problems(POOL.replace("bonus: test", "bonus: tset")))
                .containsExactly(
                        "jobs-config/bonuses/test.yml:1: this file calls itself \"tset\"; write \"test\", the name of the file [DC-106]");
    }

    @Test
    void what_the_shape_finds_wrong_does_not_hide_or_break_the_rest() {
        assertThat(problems("""
                bonus: test
                versions:
                  - from: soon
                    participants: {rolle: [SELLER]}
                    pool: {per: outlet, percent: x, of: net-amount}
                    distribute: {role-weight: {}, by: chance}
                """)).hasSize(6);
    }
}
