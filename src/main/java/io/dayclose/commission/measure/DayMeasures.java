package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Crediting.Match;
import io.dayclose.commission.NotCredited;
import io.dayclose.commission.measure.DayCredits.Payable;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Share;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums lines by cell, apart by why they are new. Knows nothing of where lines come from. */
final class DayMeasures {
    private static final int NEWNESSES = ChangeCause.values().length;

    private final Map<Cell, Sums[]> cells = new HashMap<>();
    /** By match, and kind of payee; told apart by identity, as a match is kept once a day. */
    private final Map<Match, Numbered[]> today = new IdentityHashMap<>();

    private final UncreditedLines uncredited = new UncreditedLines();
    private final LocalDate day;

    DayMeasures(LocalDate day) {
        this.day = day;
    }

    /**
     * A line and what decides about it.
     *
     * @param sale the line itself, or the sale it takes back
     * @param credits of the day of the sale
     * @param card when the warranty card of the sale came back, {@link Bucket#NO_CARD} while it has not
     */
    record Counted(
            SoldLine line, SoldLine sale, DayCredits credits, LocalDate card, ChangeCause newness, boolean afterClose) {
        private int sign() {
            return line.isReturn() ? -1 : 1;
        }

        private SoldLine.Worth worth() {
            return SoldLine.Worth.of(line, credits.cost(sale.place().product()));
        }

        private boolean hasCard() {
            return !card.equals(Bucket.NO_CARD);
        }

        /** A return without an original is nobody's sale: no gate holds it. */
        private boolean isLoose() {
            return line.isReturn() && line == sale;
        }
    }

    /** Counts a line for everybody it is credited to. */
    void add(Counted counted) {
        var matches = counted.credits().matches(counted.sale().place());
        var worth = counted.worth();
        boolean paid = false;
        for (var match : matches) {
            paid |= match.paysLine();
            if (!match.version().returns().count(day, counted.credits().date())) {
                left(counted, match.plan().name(), NotCredited.OUTSIDE_WINDOW, "");
            } else {
                share(counted, match, worth);
            }
        }
        if (!paid) {
            left(
                    counted,
                    "",
                    NotCredited.NO_PLAN,
                    counted.credits().category(counted.sale().place().product()));
        }
    }

    /** Notes a return whose original is there no more. */
    void addWithoutOriginal(SoldLine line) {
        uncredited.add(
                new UncreditedLines.Key(
                        "",
                        NotCredited.NO_ORIGINAL,
                        line.place().outlet(),
                        line.place().product()),
                line);
    }

    private void left(Counted counted, String plan, NotCredited reason, String detail) {
        uncredited.add(
                new UncreditedLines.Key(plan, reason, counted.sale().place().outlet(), detail), counted.line());
    }

    private void share(Counted counted, Match match, SoldLine.Worth worth) {
        boolean counts = worth.hasCost() || !match.needsCost();
        if (!counts) {
            left(
                    counted,
                    match.plan().name(),
                    NotCredited.NO_COST,
                    counted.sale().place().product());
        }
        for (var share : match.version().shares()) {
            var payee = counted.credits().payee(counted.sale().place(), share.payee());
            if (payee == null) {
                left(
                        counted,
                        match.plan().name(),
                        NotCredited.NO_PAYEE,
                        share.payee().name());
            } else {
                var sums = sums(counted, match, share, payee);
                var sum = sums[counted.newness().ordinal()];
                if (sum == null) {
                    sum = new Sums();
                    sums[counted.newness().ordinal()] = sum;
                }
                if (counts) {
                    sum.add(worth, counted.sign() * share.percent());
                } else {
                    sum.addWithoutCost();
                }
            }
        }
    }

    /** The sums of a cell. Those of the day's own sales are found without making its key. */
    private Sums[] sums(Counted counted, Match match, Share share, Payable payee) {
        if (counted.line().isReturn() || counted.hasCard()) {
            return cells.computeIfAbsent(cell(counted, match, share.payee(), payee.code()), any -> new Sums[NEWNESSES]);
        }
        boolean serialised = counted.line().serial() != null;
        var numbered = today.computeIfAbsent(match, any -> Numbered.ofAllKinds())[
                share.payee().ordinal() * 2 + (serialised ? 1 : 0)];
        int number = match.version().paysPerOutlet() ? outlet(counted).number() : payee.number();
        var sums = numbered.at(number);
        if (sums == null) {
            sums = cells.computeIfAbsent(cell(counted, match, share.payee(), payee.code()), any -> new Sums[NEWNESSES]);
            numbered.put(number, sums);
        }
        return sums;
    }

    private static Payable outlet(Counted counted) {
        return Objects.requireNonNull(counted.credits().payee(counted.sale().place(), Payee.OUTLET));
    }

    /** The sums of a kind of payees, or units, by their numbers. */
    private static final class Numbered {
        private Sums[] @Nullable [] all = new Sums[64][];

        static Numbered[] ofAllKinds() {
            return Stream.generate(Numbered::new)
                    .limit(Payee.values().length * 2L)
                    .toArray(Numbered[]::new);
        }

        Sums @Nullable [] at(int number) {
            return number < all.length ? all[number] : null;
        }

        void put(int number, Sums[] sums) {
            if (number >= all.length) {
                all = Arrays.copyOf(all, Math.max(number + 1, all.length * 2));
            }
            all[number] = sums;
        }
    }

    private static Cell cell(Counted counted, Match match, Payee kind, String payee) {
        var day = counted.credits().date();
        var outlet = counted.sale().place().outlet();
        var card = counted.sale().serial() == null ? Bucket.AT_ONCE : counted.card();
        var bucket = counted.isLoose()
                ? Bucket.free(match.version(), outlet)
                : Bucket.sold(match.version(), outlet, day, card);
        var account = new Account(match.plan().name(), kind.kind(), payee);
        return new Cell(account, YearMonth.from(day), counted.afterClose() ? bucket.ofClosedMonth() : bucket);
    }

    Map<Cell, Sums[]> cells() {
        return cells;
    }

    UncreditedLines uncredited() {
        return uncredited;
    }
}
