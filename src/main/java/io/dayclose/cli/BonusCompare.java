package io.dayclose.cli;

import io.dayclose.bonus.Sheet;
import io.dayclose.job.BonusDesk;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the figures that would be others now, beside those that are frozen; changes nothing. */
@Command(
        name = "compare",
        description = "what would be different if it were worked out now / 与现时数据比较",
        mixinStandardHelpOptions = true)
final class BonusCompare implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("participant", "score", "score_now", "amount", "amount_now", "difference");

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "BONUS", description = "the bonus plan / 奖金方案")
    private String bonus = "";

    @Option(names = "--period", required = true, paramLabel = "M", description = "the month, e.g. 2026-11 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var home = options.valid(spec.commandLine().getErr());
        if (home.isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            var desk = new BonusDesk(engine.work(), engine.transactions(), bonus);
            var rows = new Rows(COLUMNS);
            desk.sheet(month)
                    .ifPresent(frozen -> frozen.wouldBe(desk.now(month)).forEach(each -> rows.add(row(each))));
            rows.print(options.format(), spec.commandLine().getOut());
            return 0;
        }
    }

    private static List<@Nullable Object> row(Sheet.Difference each) {
        return Arrays.asList(
                each.person(),
                score(each.frozen()),
                score(each.now()),
                each.frozenAmount(),
                each.nowAmount(),
                each.nowAmount().subtract(each.frozenAmount()));
    }

    private static @Nullable BigDecimal score(Optional<Sheet.Line> line) {
        return line.flatMap(Sheet.Line::score).orElse(null);
    }
}
