package io.dayclose.demo;

import static io.dayclose.demo.DemoPlaces.outlet;

import io.dayclose.demo.DemoProducts.Product;
import io.dayclose.demo.DemoStockBook.Place;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/** What people find on their shelves: a stock-take in four outlets, and at each month's end what dealers declare. */
final class DemoCounts {
    private static final List<Integer> COUNTED = List.of(0, 7, 14, 38);
    private static final List<String> CLERKS = List.of("周敏", "吴磊", "徐静", "孙杰");

    private final SplittableRandom random;
    private final DemoSpan span;
    private final DemoProducts products;
    private final DemoStockBook book;

    DemoCounts(SplittableRandom random, DemoSpan span, DemoProducts products, DemoStockBook book) {
        this.random = random;
        this.span = span;
        this.products = products;
        this.book = book;
    }

    void write(Path inbox) {
        COUNTED.forEach(outlet -> count(outlet).writeWorkbook(inbox));
        for (var month : span.endedMonths()) {
            for (int b = 0; b < DemoPlaces.BRANCHES; b++) {
                declare(b, month).writeWorkbook(inbox);
            }
        }
    }

    /** Counted after closing time, so that it meets what the day left. */
    private DemoPaper count(int o) {
        var day = span.last().minusDays(5);
        var paper = new DemoPaper(
                "stock-count-%s-%s.xlsx".formatted(outlet(o), day),
                DemoPlaces.outletName(o) + " 库存盘点表",
                "盘点单号 行号 盘点时间 网点编码 商品编码 实盘数量 盘点人");
        var clerk = CLERKS.get(COUNTED.indexOf(o));
        int line = 0;
        for (var product : products.sold()) {
            long found = found(book.onHand(new Place(o, product), day));
            paper.add("PD" + outlet(o), ++line, day.atTime(21, 30), outlet(o), product.code(), found, clerk);
        }
        if (o == COUNTED.get(0)) {
            DemoMistakes.count(paper, day);
        }
        return paper;
    }

    /** One piece in thirty lines is missing, one in sixty is more than it should be. */
    private long found(long expected) {
        int chance = random.nextInt(60);
        return Math.max(0, chance < 2 ? expected - 1 : chance == 2 ? expected + 1 : expected);
    }

    private DemoPaper declare(int branch, YearMonth month) {
        var day = month.atEndOfMonth();
        var paper = new DemoPaper(
                "stock-declared-%s-%s.xlsx".formatted(DemoPlaces.branch(branch), month),
                DemoPlaces.branchName(branch) + " 代理商月末库存申报",
                "网点编码 商品编码 截止日期 库存数量");
        for (int o = 0; o < DemoPlaces.OPEN_OUTLETS; o++) {
            if (DemoPlaces.isDealers(o) && DemoPlaces.branchOf(o) == branch) {
                for (var product :
                        products.sold().stream().filter(Product::isPhone).toList()) {
                    var place = new Place(o, product);
                    paper.add(outlet(o), product.code(), day, found(book.onHand(place, day)));
                }
            }
        }
        if (branch == 1 && month.plusMonths(1).equals(YearMonth.from(span.last()))) {
            DemoMistakes.declared(paper, day);
        }
        return paper;
    }
}
