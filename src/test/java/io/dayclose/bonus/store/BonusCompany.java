package io.dayclose.bonus.store;

import io.dayclose.app.Engine;
import io.dayclose.bonus.Actor;
import io.dayclose.bonus.ApprovalEvent.Kind;
import io.dayclose.bonus.BonusMonth;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.config.bonus.Bonus;
import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two branch managers with a scorecard of one score that is worth 100 a point, and those who approve. All tests of a class
 * use one database, emptied before each.
 */
abstract class BonusCompany {
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    static final LocalDateTime NOON = LocalDateTime.parse("2026-12-01T12:00:00");
    private static final List<Actor> USERS = List.of(
            user("chen", "channel"),
            user("zhou", "channel"),
            user("qian", "channel"),
            user("wang", "finance"),
            user("gm", "general-manager"),
            user("vice", "general-manager"));

    private static Actor user(String name, String role) {
        return new Actor(name, List.of(role), Optional.empty());
    }

    @TempDir
    private static Path folder;

    private static Engine engine;

    @BeforeAll
    static void start() {
        var home = new TestHome(folder)
                .write(
                        "sql/metric/days.sql",
                        "-- unit: ratio\nSELECT 'BRANCH' AS scope_kind, 'B01' AS scope_code, DATEDIFF(:to, :from) + 1 AS value");
        engine = home.write("jobs-config/bonuses/card.yml", """
                bonus: card
                versions:
                  - from: 2026-01-01
                    participants: {role: [BRANCH_MANAGER]}
                    scorecard: [{metric: satisfaction, weight: 100, against: value, curve: [[0, 0], [100, 100]]}]
                    amount: {base: 10000, multiple: [[0, 0], [100, 1]]}
                    approval: [channel, finance, general-manager]
                """).engine(TestDatabase.fresh());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void employ() {
        for (var table : List.of(
                "person",
                "score",
                "ledger",
                "bonus_plan_month",
                "bonus_sheet",
                "bonus_figure",
                "bonus_reading",
                "bonus_event")) {
            jdbc().update("DELETE FROM " + table);
        }
        for (int n = 1; n <= 2; n++) {
            jdbc().update(
                            "INSERT INTO person (person_code, valid_from, name, branch_code, role, version, night, source_id, source_line)"
                                    + " VALUES (?, '1000-01-01', 'x', ?, 'BRANCH_MANAGER', 1, '2026-11-01', 1, ?)",
                            "P00" + n,
                            "B0" + n,
                            n);
        }
        score("B01", NOVEMBER, "50");
        score("B02", NOVEMBER, "70.5");
    }

    static JdbcTemplate jdbc() {
        return engine.work().jdbc();
    }

    static FactFigures figures(YearMonth month) {
        return new FactFigures(jdbc(), engine.work().home(), month);
    }

    static List<String> rows(String sql) {
        return new Nights(engine).rows(sql);
    }

    /** A score, or its correction. */
    final void score(String branch, YearMonth month, String value) {
        jdbc().update("""
                        INSERT INTO score SELECT ?, 'satisfaction', 'BRANCH', ?, ?, COUNT(*) + 1, '2026-11-30', 1, COUNT(*) + 1
                        FROM score WHERE period = ? AND scope_code = ?""", month.toString(), branch, value, month.toString(), branch);
    }

    final Bonus card() {
        return engine.work().home().bonuses().get("card");
    }

    final BonusStore store() {
        return new BonusStore(jdbc(), engine.work().bulk());
    }

    final BonusStatement now(YearMonth month) {
        return new BonusMonth(card(), card().on(month).orElseThrow(), month)
                .sheet(new StaffStore(jdbc()).on(month.atEndOfMonth()), figures(month));
    }

    final Done does(String user, Kind kind) {
        return does(user, kind, NOVEMBER);
    }

    final Done does(String user, Kind kind, YearMonth month) {
        return does(
                user,
                kind,
                month,
                () -> new PostingHeader(month, month, LocalDate.parse("2026-11-30"), "bonus " + month, 0));
    }

    /** In a transaction of its own. */
    final Done does(String user, Kind kind, YearMonth month, Supplier<PostingHeader> slip) {
        var actor = USERS.stream().filter(each -> each.user().equals(user)).findFirst();
        var request = new BonusStore.Request(card(), month, kind, actor.orElseThrow(), USERS, NOON, "because");
        return Objects.requireNonNull(new TransactionTemplate(engine.transactions())
                .execute(status -> store().act(request, () -> now(month), slip)));
    }

    final void submitted(YearMonth month) {
        does("chen", Kind.SUBMIT, month);
    }

    final void agreedByFinance(YearMonth month) {
        submitted(month);
        does("zhou", Kind.APPROVE, month);
        does("wang", Kind.APPROVE, month);
    }
}
