package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.bonus.BonusStatement;
import io.dayclose.bonus.desk.BonusDesk;
import io.dayclose.inquiry.Rows;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the figures that would be others now, beside those that are frozen; changes nothing. */
@Command(
        name = "compare",
        description = "what would be different if it were worked out now / 与现时数据比较",
        mixinStandardHelpOptions = true)
final class BonusCompare extends HomeCommand {
    private static final List<String> COLUMNS =
            List.of("participant", "score", "score_now", "amount", "amount_now", "difference");

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "BONUS", description = "the bonus plan / 奖金方案")
    private String bonus = "";

    @Option(names = "--period", required = true, paramLabel = "M", description = "the month, e.g. 2026-11 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Override
    int work(Engine engine) {
        var desk = new BonusDesk(engine.work(), engine.transactions(), bonus);
        var rows = new Rows(COLUMNS);
        desk.sheet(month).ifPresent(frozen -> frozen.wouldBe(desk.now(month)).forEach(each -> rows.add(row(each))));
        format.print(rows, out());
        return 0;
    }

    private static List<@Nullable Object> row(BonusStatement.Difference each) {
        return Arrays.asList(
                each.person(),
                score(each.frozen()),
                score(each.now()),
                each.frozenAmount(),
                each.nowAmount(),
                each.nowAmount().subtract(each.frozenAmount()));
    }

    private static @Nullable BigDecimal score(Optional<BonusStatement.Line> line) {
        return line.flatMap(BonusStatement.Line::score).orElse(null);
    }
}
