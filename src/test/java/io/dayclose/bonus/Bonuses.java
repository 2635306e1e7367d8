package io.dayclose.bonus;

import io.dayclose.config.bonus.Bonus;
import io.dayclose.config.bonus.BonusReader;
import io.dayclose.config.bonus.BonusShapes;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Bonus plans and the people in them, for tests. */
final class Bonuses {
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private Bonuses() {}

    static Bonus read(String yaml) {
        var problems = new Problems();
        var node = YamlFile.read("test.yml", yaml, problems).get(0);
        BonusShapes.BONUS.check(node, problems);
        var bonus = new BonusReader(problems).read(node);
        if (problems.count() > 0) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return bonus;
    }

    /** One that is delivered with the program. */
    static Bonus delivered(String name) {
        try {
            return read(Files.readString(Path.of("jobs-config/bonuses/" + name + ".yml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A scorecard of one metric, worth 100 for each point of its curve. */
    static Bonus card(String against, String curve) {
        return read("""
                bonus: card
                versions:
                  - from: 2026-01-01
                    participants: {role: [BRANCH_MANAGER]}
                    scorecard: [{metric: net-amount, weight: 100, against: %s, curve: %s}]
                    amount: {base: 10000, multiple: [[0, 0], [100, 1]]}
                    approval: [finance]
                """.formatted(against, curve));
    }

    static BonusStatement sheet(Bonus bonus, Figures figures, Participant... people) {
        return new BonusMonth(bonus, bonus.on(NOVEMBER).orElseThrow(), NOVEMBER).sheet(List.of(people), figures);
    }

    static Participant person(String code, String role, String branch, String outlet) {
        return new Participant(code, role, branch, Optional.of(outlet).filter(text -> !text.isEmpty()));
    }

    static Participant manager(String code) {
        return person(code, "BRANCH_MANAGER", "B01", "");
    }

    /** The one line of a sheet. */
    static BonusStatement.Line only(BonusStatement sheet) {
        if (sheet.lines().size() != 1) {
            throw new AssertionError(sheet.lines().toString());
        }
        return sheet.lines().get(0);
    }

    static List<BigDecimal> amounts(BonusStatement sheet) {
        return sheet.lines().stream().map(BonusStatement.Line::amount).toList();
    }
}
