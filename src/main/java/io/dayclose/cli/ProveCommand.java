package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.close.Proofs;
import io.dayclose.inquiry.Rows;
import io.dayclose.proof.Finding;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that the books follow from the facts and that nobody has changed either by hand. */
@Command(
        name = "prove",
        description = "prove that the books follow from the facts and were not changed by hand / 核验账务",
        mixinStandardHelpOptions = true)
final class ProveCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--period", paramLabel = "M", description = "the ledger of one month only / 月份")
    private @Nullable YearMonth month;

    @Override
    int work(Engine engine) {
        var proofs = new Proofs(engine.work());
        var only = month;
        var findings = new BookOperations(engine.work(), engine.transactions())
                .alone("prove", () -> only == null ? proofs.all(engine.transactions()) : proofs.of(only));
        print(findings);
        say(findings.isEmpty() ? "prove.holds" : "prove.broken", findings.size());
        return findings.isEmpty() ? 0 : 1;
    }

    private void print(List<Finding> findings) {
        var rows = new Rows(List.of("table", "what", "expected", "found"));
        findings.forEach(each -> rows.add(List.of(each.table(), each.what(), each.expected(), each.found())));
        format.print(rows, out());
    }
}
