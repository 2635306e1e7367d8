package io.dayclose.commission.explain;

import io.dayclose.commission.AccountMonth;
import io.dayclose.commission.LineGates.State;
import io.dayclose.commission.MonthEarning;
import io.dayclose.commission.PlanMonth;
import io.dayclose.commission.PlanMonth.Cards;
import io.dayclose.commission.PlanMonth.Counted;
import io.dayclose.commission.RatePay;
import io.dayclose.commission.Terms;
import io.dayclose.commission.explain.Step.Kind;
import io.dayclose.config.plan.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** The steps from the lines of an account to its earning. */
final class EarningSteps {
    private static final Comparator<Counted> IN_ORDER = Comparator.comparing(
                    (Counted each) -> each.line().date())
            .thenComparing(each -> each.line().key().document())
            .thenComparing(each -> each.line().key().number());

    private final Terms terms;
    private final List<Step> steps = new ArrayList<>();

    EarningSteps(Terms terms) {
        this.terms = terms;
    }

    List<Step> steps() {
        return steps;
    }

    void lines(PlanMonth month, Cards cards) {
        month.lines().stream()
                .sorted(IN_ORDER)
                .forEach(each -> steps.add(new Step(
                        Kind.LINE,
                        each.line().date() + " " + key(each.line().key()),
                        each.base(),
                        BigDecimal.valueOf(each.credit().percent()),
                        each.line().measures().netAmount(),
                        note(each, cards))));
    }

    private String note(Counted each, Cards cards) {
        var state = AccountMonth.state(terms, each.bucket(cards));
        var original = each.line()
                .original()
                .filter(key -> key.number() >= 0)
                .map(EarningSteps::key)
                .orElse("-");
        if (each.line().isShare()) {
            return "DISCOUNT " + original + " " + state;
        }
        return each.line().isReturn() ? "RETURN " + original + " " + state : "SALE " + state;
    }

    private static String key(io.dayclose.commission.Line.Key key) {
        return key.document() + "/" + key.number();
    }

    void earning(AccountMonth sums) {
        var parts = sums.parts(terms);
        parts.forEach(this::rate);
        parts.forEach(this::minimum);
        var earning = sums.earning(terms);
        if (earning.capped()) {
            parts.stream()
                    .flatMap(part -> part.version().cap().stream())
                    .findFirst()
                    .ifPresent(cap -> steps.add(Step.of(Kind.CAP, "", cap, "")));
        }
        steps.add(new Step(
                Kind.EARNED,
                "",
                sums.base(terms),
                null,
                earning.earned(),
                earning.shortfalls().isEmpty() ? "" : "BELOW_MINIMUM"));
    }

    private void rate(MonthEarning.Part part) {
        if (part.version().rate() instanceof Rate.Fixed fixed) {
            part.units()
                    .forEach(unit -> steps.add(new Step(
                            Kind.OUTLET,
                            unit.code(),
                            BigDecimal.valueOf(unit.openDays()),
                            fixed.amount(),
                            null,
                            "÷ " + terms.month().lengthOfMonth())));
        } else {
            RatePay.of(part.version().rate(), part.base())
                    .slices()
                    .forEach(slice -> steps.add(new Step(
                            Kind.SLICE,
                            part.version().from().toString(),
                            slice.base(),
                            slice.rate(),
                            slice.pay(),
                            slice.percent() ? "%" : "per-unit")));
        }
    }

    private void minimum(MonthEarning.Part part) {
        part.version().minimum().forEach((measure, least) -> {
            var reached = part.measures().of(measure);
            var missing = least.subtract(reached);
            steps.add(new Step(
                    Kind.MINIMUM,
                    word(measure),
                    reached,
                    least,
                    null,
                    missing.signum() > 0 ? "-" + plain(missing) : ""));
        });
    }

    /** What of the measure stands in each state of the gates. */
    void gates(PlanMonth month, Cards cards) {
        var byState = new EnumMap<State, BigDecimal>(State.class);
        month.lines()
                .forEach(each ->
                        byState.merge(AccountMonth.state(terms, each.bucket(cards)), each.base(), BigDecimal::add));
        byState.forEach((state, base) -> steps.add(new Step(Kind.GATE, state.name(), base, null, null, asked(month))));
    }

    private String asked(PlanMonth month) {
        return terms.gates(month.lines().get(0).credit().version()).stream()
                .map(gate -> word(gate.kind()) + " " + gate.days())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
