package io.dayclose.cli;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.config.NightStep;
import io.dayclose.inquiry.NightFigures;
import io.dayclose.inquiry.NightFigures.Unaccepted;
import io.dayclose.intake.source.NightCounts;
import io.dayclose.money.Money;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.RunRequest;
import io.dayclose.run.Work;
import io.dayclose.text.CellWidth;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** One screen after a run: what came in, what was returned, net sales, and where workbooks and mails lie. */
public final class Summary {
    private static final int MOST_NAMED = 5;

    private final Work work;
    private final JdbcTemplate jdbc;
    private final NightFigures figures;
    private final RunRequest request;
    private final Language language;
    private final Texts texts;
    private final int nameWidth;

    public Summary(Work work, RunRequest request) {
        this.work = work;
        this.request = request;
        jdbc = work.jdbc();
        figures = new NightFigures(jdbc, request.date());
        language = work.home().company().language();
        texts = Texts.of(language);
        nameWidth = work.home().feeds().stream()
                .mapToInt(feed -> CellWidth.of(texts.format("feed." + feed.name())))
                .max()
                .orElse(0);
    }

    public void print(PrintWriter out) {
        out.println();
        out.println(work.home().company().name().in(language) + " · "
                + SpokenDate.withWeekday(request.date(), language.locale()));
        if (takesIn()) {
            night(out);
        } else {
            months(out);
        }
        delivery(out);
        figures.lastRun(request.job())
                .flatMap(new StaleDates(work)::line)
                .ifPresent(line -> out.println("  " + texts.format("summary.stale", line)));
        if (takesIn()) {
            new VoucherList(work, request.date()).print(out);
        }
        out.flush();
    }

    /** What came in, and the day's sales. */
    private void night(PrintWriter out) {
        out.println(line(
                "",
                Stream.of("came", "taken", "returned", "refused", "waiting")
                        .map(column -> texts.format("summary." + column))));
        NightCounts.of(jdbc, request.date()).forEach(counts -> {
            var pieces = counts.pieces().stream().map(count -> count == 0 ? "–" : "%,d".formatted(count));
            out.println(line(texts.format("feed." + counts.feed()), pieces));
        });
        out.println();
        var sales = figures.sales();
        boolean discounted = sales.discounts().signum() != 0;
        out.println("  "
                + texts.format(
                        discounted ? "summary.sales-discounted" : "summary.sales",
                        money(sales.gross()),
                        money(sales.returned()),
                        money(sales.net()),
                        money(sales.discounts())));
        unaccepted(out);
        reconciled(out);
        lapsed(out);
    }

    /** Facts that master data of this night would not let in any more: those with the most lines by name, the others together. */
    private void unaccepted(PrintWriter out) {
        var all = figures.unaccepted();
        all.stream()
                .limit(MOST_NAMED)
                .map(each -> texts.format(
                        "summary.unaccepted", each.number(), each.code(), each.reason(), money(each.amount())))
                .forEach(text -> out.println("  " + text));
        var others = all.subList(Math.min(MOST_NAMED, all.size()), all.size());
        if (!others.isEmpty()) {
            long lines = others.stream().mapToLong(Unaccepted::number).sum();
            var sum = others.stream().map(Unaccepted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            out.println("  " + texts.format("summary.unaccepted-others", lines, others.size(), money(sum)));
        }
    }

    /** What two people had decided and could not be done any more. */
    private void lapsed(PrintWriter out) {
        figures.lapsed()
                .forEach(each -> out.println(
                        "  " + texts.format("summary.lapsed", each.decisionId(), each.kind(), each.outcome())));
    }

    /** What others owe, and what of it nobody can explain; nothing where nobody owes anything. */
    private void reconciled(PrintWriter out) {
        var owed = figures.owed();
        if (owed.open().signum() != 0 || owed.waiting().signum() != 0) {
            out.println("  " + texts.format("summary.owed", money(owed.open()), owed.breaks(), money(owed.waiting())));
        }
    }

    private boolean takesIn() {
        return work.home()
                .job(request.job())
                .filter(job -> job.has(NightStep.EXTRACT))
                .isPresent();
    }

    /** What the run has closed. */
    private void months(PrintWriter out) {
        figures.closed(request.job()).forEach(month -> {
            out.println("  " + texts.format("close.done", month));
            new CloseSummary(work, month).print(out);
        });
    }

    private void delivery(PrintWriter out) {
        var mails = figures.mails();
        var home = work.home().files();
        out.println("  " + texts.format("summary.books", mails.books(), home.resolve("out/archive/" + request.date())));
        boolean directory =
                work.smtp() == null || work.home().company().transport().equals("directory");
        out.println("  "
                + texts.format(
                        directory ? "summary.files" : "summary.mails",
                        mails.sent(),
                        mails.unsent(),
                        home.resolve("out/mail")));
    }

    private String money(BigDecimal amount) {
        return new Money(amount, work.home().company().currency()).text(language.locale(), 2);
    }

    private String line(String name, Stream<String> cells) {
        return "  " + padded(name, nameWidth)
                + cells.map(cell -> " ".repeat(Math.max(0, 11 - CellWidth.of(cell))) + cell)
                        .collect(Collectors.joining());
    }

    /** Pads by what the terminal draws: a Chinese character is two cells wide. */
    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - CellWidth.of(text)));
    }
}
