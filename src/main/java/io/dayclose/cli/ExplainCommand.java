package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.explain.Explainer;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.inquiry.Rows;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how a payee's fen came about, from the lines on, and whether the ledger agrees. */
@Command(name = "explain", description = "from lines to fen, for one payee / 佣金明细推导", mixinStandardHelpOptions = true)
final class ExplainCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "commission", description = "the word commission / 写 commission")
    private String what = "";

    @Option(names = "--plan", required = true, paramLabel = "P", description = "the plan / 方案")
    private String plan = "";

    @Option(names = "--payee", required = true, paramLabel = "Y", description = "the payee's code / 收款人")
    private String payee = "";

    @Option(names = "--period", required = true, paramLabel = "M", description = "the month of the sales / 业务月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Override
    void require() {
        if (!what.equals("commission")) {
            throw Refusal.usage(Problem.at("explain", Message.EXPLAIN_WHAT, what));
        }
    }

    @Override
    int work(Engine engine) {
        var plans = engine.work().home().plans();
        if (!plans.containsKey(plan)) {
            throw Refusal.usage(Problem.at("--plan", Message.NO_SUCH_PLAN, plan, String.join(", ", plans.keySet())));
        }
        var kind = PayeeKind.valueOf(DecideAction.kind(engine.work(), payee));
        var books = PostingContext.of(engine.work().jdbc(), engine.work().bulk(), plans.values());
        var explanation = new Explainer(books).explain(new Account(plan, kind, payee), month);
        var rows = new Rows(List.of("step", "item", "base", "rate", "amount", "note"));
        explanation
                .steps()
                .forEach(step -> rows.add(Arrays.asList(
                        step.kind().name(), step.item(), step.base(), step.rate(), step.amount(), step.note())));
        format.print(rows, out());
        if (!explanation.agrees()) {
            throw Refusal.failed(Problem.at(
                    "explain",
                    Message.LEDGER_NOT_LINES,
                    payee,
                    month,
                    explanation.posted().total(),
                    explanation.recomputed().total()));
        }
        return 0;
    }
}
