package io.dayclose.commission.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.AccountMonth;
import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Crediting;
import io.dayclose.commission.Line;
import io.dayclose.commission.Months;
import io.dayclose.commission.Plans;
import io.dayclose.commission.Terms;
import io.dayclose.commission.measure.DayMeasures.Counted;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import io.dayclose.organisation.Product;
import io.dayclose.period.IntakeMark;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The night's sums of whole numbers against the lines one by one. */
class DayMeasuresTest {
    private static final LocalDate ALWAYS = LocalDate.parse("2020-01-01");
    private static final LocalDate SOLD = LocalDate.parse("2026-11-10");
    private static final LocalDate BACK = LocalDate.parse("2026-12-03");
    private static final List<String> CHANNELS = List.of("OWN", "DEALER", "CAMPUS");
    private static final List<Plan> PLANS = List.of(
            plan("staff", "shares: {seller: 70, manager: 30}, measure: net-amount, rate: {percent: 2.5}"),
            plan(
                    "dealers",
                    "payee: dealer, measure: net-amount, rate: {percent: 3}, applies-to: {channel: [DEALER, CAMPUS]}, hold: [{gate: warranty-card, days: 60, then: forfeit}], returns: {window-days: 20}"),
            plan(
                    "margin",
                    "payee: seller, measure: gross-margin, rate: {percent: 10}, applies-to: {category: C1}, exclusive: {group: g, priority: 2}"),
            plan(
                    "pieces",
                    "payee: outlet, rate: {per-unit: 30}, applies-to: {role: SELLER}, exclusive: {group: g, priority: 1}"));

    private final Organisation company = new Organisation();

    DayMeasuresTest() {
        for (int i = 0; i < 3; i++) {
            var dealer = i == 0 ? null : "D" + i;
            company.put("outlet", "W" + i, ALWAYS, new Outlet("W" + i, "B1", CHANNELS.get(i), dealer, null, null));
            var role = i == 2 ? "PROMOTER" : "SELLER";
            company.put("person", "P" + i, ALWAYS, new Person("P" + i, "B1", role, "M" + i % 2, null, null));
            var cost = i == 0 ? null : new BigDecimal("12.34567891");
            company.put("product", "G" + i, ALWAYS, new Product("G" + i, false, "C" + i, "", "", cost));
        }
    }

    private static Plan plan(String name, String version) {
        var plan = Plans.plan("  - {from: 2026-01-01, " + version + "}\n");
        return new Plan(name, plan.title(), plan.kind(), plan.versions());
    }

    private static SoldLine sale(String document, Random random) {
        var seller = random.nextInt(4);
        return new SoldLine(
                new SoldLine.Key(document, 1),
                false,
                new SoldLine.Place("W" + random.nextInt(3), seller == 3 ? null : "P" + seller, "G" + random.nextInt(3)),
                1 + random.nextInt(5),
                random.nextInt(1_000_000),
                random.nextBoolean() ? "SN" + document : null,
                null,
                new SoldLine.Origin(1, false, IntakeMark.NEVER),
                false);
    }

    /** A return that names no sale. */
    private static SoldLine loose(SoldLine like) {
        var key = new SoldLine.Key("L" + like.key().document(), 1);
        return new SoldLine(
                key, true, like.place(), like.quantity(), like.fen(), like.serial(), null, like.origin(), false);
    }

    private static SoldLine back(SoldLine sale, Random random) {
        return new SoldLine(
                new SoldLine.Key("R" + sale.key().document(), 1),
                true,
                sale.place(),
                1,
                random.nextInt((int) sale.fen() + 1),
                null,
                sale.key(),
                sale.origin(),
                false);
    }

    /** The same line with all that is known of it, for the calculation line by line. */
    private Line line(SoldLine sold, LocalDate date) {
        var place = sold.place();
        var outlet = company.outlet(place.outlet(), date).orElseThrow();
        var product = company.product(place.product(), date).orElseThrow();
        var traits = new HashMap<>(Map.of(
                Trait.CHANNEL, outlet.channel(), Trait.OUTLET, outlet.code(), Trait.CATEGORY, product.category()));
        var payees = new HashMap<>(Map.of(Payee.OUTLET, outlet.code()));
        put(payees, Payee.DEALER, outlet.dealer());
        put(payees, Payee.SELLER, place.seller());
        Optional.ofNullable(place.seller())
                .flatMap(code -> company.person(code, date))
                .ifPresent(person -> {
                    put(payees, Payee.MANAGER, person.manager());
                    traits.put(Trait.ROLE, person.role());
                });
        var worth = new Line.Worth(BigDecimal.valueOf(sold.fen(), 2), sold.quantity(), product.cost());
        var original = Optional.ofNullable(sold.original()).map(key -> new Line.Key(key.document(), key.number()));
        var key = new Line.Key(sold.key().document(), sold.key().number());
        return new Line(key, date, sold.isReturn(), original, worth, sold.serial(), traits, payees);
    }

    private static void put(Map<Payee, String> payees, Payee kind, @Nullable String code) {
        if (code != null) {
            payees.put(kind, code);
        }
    }

    private Map<Account, String> oneByOne(List<SoldLine> sales, List<SoldLine> returns) {
        var months = new Months(new Crediting(PLANS));
        var lines = new ArrayList<Line>();
        sales.forEach(sale -> lines.add(line(sale, SOLD)));
        returns.forEach(back -> lines.add(line(back, BACK)));
        months.add(lines);
        var earned = new TreeMap<Account, String>();
        months.of(YearMonth.from(SOLD))
                .forEach((account, month) ->
                        earned.put(account, target(account, month.sums(serial -> null, line -> false))));
        return earned;
    }

    private Map<Account, String> summed(List<SoldLine> sales, List<SoldLine> returns) {
        var credits = new DayCredits(PLANS, company, SOLD);
        var day = new DayMeasures(SOLD);
        sales.forEach(sale -> day.add(new Counted(sale, sale, credits, Bucket.NO_CARD, ChangeCause.SALE, false)));
        var later = new DayMeasures(BACK);
        for (var back : returns) {
            var sale = sales.stream()
                    .filter(each -> each.key().equals(back.original()))
                    .findFirst()
                    .orElseThrow();
            later.add(new Counted(back, sale, credits, Bucket.NO_CARD, ChangeCause.RETURN, false));
        }
        var months = new TreeMap<Account, AccountMonth>();
        List.of(day, later).forEach(measures -> measures.cells().forEach((cell, sums) -> {
            for (var sum : sums) {
                if (sum != null && sum.lines() > sum.withoutCost()) {
                    months.computeIfAbsent(cell.account(), any -> new AccountMonth())
                            .add(cell.bucket(), sum.measures());
                }
            }
        }));
        var earned = new TreeMap<Account, String>();
        months.forEach((account, month) -> earned.put(account, target(account, month)));
        return earned;
    }

    private static String target(Account account, AccountMonth month) {
        var plan = PLANS.stream()
                .filter(each -> each.name().equals(account.plan()))
                .findFirst()
                .orElseThrow();
        var target = month.target(new Terms(plan, YearMonth.from(SOLD), Map.of(), Set.of(), BACK));
        return target.earned() + " " + target.split() + " "
                + target.base().stripTrailingZeros().toPlainString();
    }

    @Test
    void whole_numbers_by_cell_come_to_the_same_as_lines_one_by_one() {
        long first = 20261201L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var sales = new ArrayList<SoldLine>();
            var returns = new ArrayList<SoldLine>();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                var sale = sale("S" + i, random);
                sales.add(sale);
                switch (random.nextInt(6)) {
                    case 0, 1 -> returns.add(back(sale, random));
                    case 2 -> sales.add(loose(sale(String.valueOf(i), random)));
                    default -> {
                        // kept
                    }
                }
            }
            assertThat(summed(sales, returns)).as("seed " + seed).isEqualTo(oneByOne(sales, returns));
        }
        System.out.printf("sums of a night: 1000 cases from seed %d%n", first);
    }

    @Test
    void what_nobody_is_paid_for_is_summed_by_what_is_missing() {
        var day = new DayMeasures(SOLD);
        var credits = new DayCredits(PLANS.subList(1, 3), company, SOLD);
        var unsold = new SoldLine.Origin(1, false, IntakeMark.NEVER);
        var place = new SoldLine.Place("W0", "P0", "G0");
        var own = new SoldLine(new SoldLine.Key("S1", 1), false, place, 1, 100, null, null, unsold, false);
        day.add(new Counted(own, own, credits, Bucket.NO_CARD, ChangeCause.SALE, false));
        day.add(new Counted(own, own, credits, Bucket.NO_CARD, ChangeCause.SALE, false));
        assertThat(day.cells()).isEmpty();
        assertThat(new String(day.uncredited().rows(SOLD).encode(), StandardCharsets.UTF_8))
                .isEqualTo("2026-11-10\t\tNO_PLAN\tW0\tC0\t2\t2.00\tS1\n");
    }
}
