package io.dayclose.demo;

import static io.dayclose.demo.DemoPlaces.branch;
import static io.dayclose.demo.DemoPlaces.branchOf;
import static io.dayclose.demo.DemoPlaces.outlet;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.IntStream;

/** The month's targets as channel management hands them out: the outlets' add up to the branches', those to the company's. */
final class DemoPlans {
    private static final String SALES = "net-amount";

    /** What an outlet of size one is to sell in a month. */
    private static final int WORTH = 375_000;

    private final DemoSpan span;
    private final DemoPeople people;

    /** Whom a target is set for. */
    private record Owner(String kind, String code) {}

    DemoPlans(DemoSpan span, DemoPeople people) {
        this.span = span;
        this.people = people;
    }

    void write(Path inbox) {
        for (var month : span.months()) {
            var paper = new DemoPaper(
                    "target-" + month + ".xlsx",
                    month.getYear() + "年" + month.getMonthValue() + "月任务分解表",
                    "月份 指标 对象类型 对象编码 任务值");
            fill(paper, month);
            if (month.equals(YearMonth.from(span.last()))) {
                DemoMistakes.targets(paper, month);
            }
            paper.writeWorkbook(inbox);
        }
    }

    private void fill(DemoPaper paper, YearMonth month) {
        var outlets = IntStream.range(0, DemoPlaces.OPEN_OUTLETS);
        set(
                paper,
                month,
                new Owner("COMPANY", "COMPANY"),
                outlets.mapToLong(this::target).sum());
        for (int b = 0; b < DemoPlaces.BRANCHES; b++) {
            set(paper, month, new Owner("BRANCH", branch(b)), branchTarget(b));
        }
        for (int o = 0; o < DemoPlaces.OPEN_OUTLETS; o++) {
            set(paper, month, new Owner("OUTLET", outlet(o)), target(o));
        }
        for (int o = 0; o < DemoPlaces.OPEN_OUTLETS; o++) {
            for (var person : people.sellers(o)) {
                long share = target(o) / people.sellers(o).size() / 100 * 100;
                set(paper, month, new Owner("PERSON", person), share);
            }
        }
    }

    private static void set(DemoPaper paper, YearMonth month, Owner owner, long value) {
        var written = month.getYear() + "年" + month.getMonthValue() + "月";
        boolean branch = owner.kind().equals("BRANCH");
        paper.add(
                written,
                SALES,
                owner.kind(),
                owner.code(),
                branch ? DemoPaper.typed(BigDecimal.valueOf(value), 0) : value);
    }

    private long branchTarget(int branch) {
        return IntStream.range(0, DemoPlaces.OPEN_OUTLETS)
                .filter(outlet -> branchOf(outlet) == branch)
                .mapToLong(this::target)
                .sum();
    }

    private long target(int outlet) {
        return Math.round(DemoPlaces.size(outlet) * WORTH / 10_000) * 10_000;
    }
}
