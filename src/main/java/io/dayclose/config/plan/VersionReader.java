package io.dayclose.config.plan;

import io.dayclose.config.plan.PlanVersion.Exclusive;
import io.dayclose.config.plan.PlanVersion.Gates;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.PayeeGate;
import io.dayclose.config.plan.PlanVersion.Returns;
import io.dayclose.config.plan.PlanVersion.Returns.AfterClose;
import io.dayclose.config.plan.PlanVersion.Share;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one version of a plan and tells what in it does not go together. */
final class VersionReader {
    private static final int WHOLE = 100;

    /** Whom an outlet's amount can be paid to. */
    private static final Set<List<Share>> OWNERS =
            Set.of(List.of(new Share(Payee.DEALER, WHOLE)), List.of(new Share(Payee.OUTLET, WHOLE)));

    private final Values values;
    private final Problems problems;
    private final long before;

    VersionReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
        before = problems.count();
    }

    /** The version, or nothing when something about it is wrong and has been told. */
    Optional<PlanVersion> read() {
        var from = values.text("from").filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"));
        var shares = shares();
        var rate = new RateReader(values, problems).read();
        if (from.isEmpty() || rate.isEmpty() || problems.count() > before) {
            return Optional.empty();
        }
        var version = new PlanVersion(
                LocalDate.parse(from.get()),
                shares,
                appliesTo(),
                measure(rate.get()),
                rate.get(),
                minimum(),
                values.decimal("cap"),
                gates(),
                returns(),
                values.node("exclusive").map(any -> exclusive(values.in("exclusive"))));
        check(version);
        return problems.count() > before ? Optional.empty() : Optional.of(version);
    }

    private void check(PlanVersion version) {
        if (version.rate() instanceof Rate.Fixed fixed) {
            checkFixed(version, fixed);
        }
        if (version.needsWholeMonths() && version.from().getDayOfMonth() != 1) {
            problems.add(
                    values.place("from"),
                    Message.WHOLE_MONTHS,
                    version.from(),
                    version.from().withDayOfMonth(1));
        }
        boolean managers = version.shares().equals(List.of(new Share(Payee.MANAGER, WHOLE)));
        if (version.rate() instanceof Rate.Override && !managers) {
            problems.add(values.place("payee"), Message.OVERRIDE_OF_MANAGERS);
        }
        if (version.paysPerOutlet() && !OWNERS.contains(version.shares())) {
            problems.add(values.place("rate"), Message.OUTLET_OF_OTHERS);
        }
    }

    private void checkFixed(PlanVersion version, Rate.Fixed fixed) {
        if (version.shares().size() > 1) {
            problems.add(values.place("shares"), Message.FIXED_FOR_ONE);
        }
        if (fixed.prorated() && !fixed.perOutlet()) {
            problems.add(values.place("rate"), Message.PRORATE_OUTLETS);
        }
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Exactly one of payee and shares; shares that add up. */
    private List<Share> shares() {
        var shares = values.in("shares")
                .map(node -> new BigDecimal("0" + Values.scalar(node).replaceAll("\\D", "")).intValue());
        if (values.text("payee").isPresent() == !shares.isEmpty()) {
            problems.add(values.place(shares.isEmpty() ? "from" : "shares"), Message.PAYEE_OR_SHARES);
            return List.of();
        }
        if (shares.isEmpty()) {
            return List.of(new Share(word(Payee.class, values.text("payee", "")), WHOLE));
        }
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WHOLE) {
            problems.add(values.place("shares"), Message.SHARES_SUM, sum, sum - WHOLE);
        }
        return shares.entrySet().stream()
                .map(share -> new Share(word(Payee.class, share.getKey()), share.getValue()))
                .toList();
    }

    private Map<Trait, List<String>> appliesTo() {
        var traits = new EnumMap<Trait, List<String>>(Trait.class);
        values.in("applies-to").map(Values::scalars).forEach((key, words) -> traits.put(word(Trait.class, key), words));
        return traits;
    }

    private Optional<Measure> measure(Rate rate) {
        var written = values.text("measure").map(text -> word(Measure.class, text));
        boolean needed = rate instanceof Rate.Percent || rate instanceof Rate.Banded;
        if (needed && written.isEmpty()) {
            problems.add(values.place("rate"), Message.MISSING_KEY, "measure", "net-amount");
        }
        return rate instanceof Rate.PerUnit ? Optional.of(Measure.NET_QUANTITY) : written;
    }

    private Map<Measure, BigDecimal> minimum() {
        var minimum = new EnumMap<Measure, BigDecimal>(Measure.class);
        values.in("minimum")
                .map(Values::scalar)
                .forEach((key, value) -> minimum.put(word(Measure.class, key), new BigDecimal(value)));
        return minimum;
    }

    private Gates gates() {
        var ofLines = new ArrayList<LineGate>();
        var ofPayees = new ArrayList<PayeeGate>();
        for (var node : values.nodes("hold")) {
            var gate = Values.of(node);
            switch (gate.text("gate", "")) {
                case "warranty-card", "return-window" -> ofLines.add(lineGate(gate));
                case "deposit-full" -> ofPayees.add(PayeeGate.DEPOSIT_FULL);
                case "no-overdue-receivable" -> ofPayees.add(PayeeGate.NO_OVERDUE_RECEIVABLE);
                default -> {
                    // the shape has told
                }
            }
        }
        return new Gates(List.copyOf(ofLines), List.copyOf(ofPayees));
    }

    private LineGate lineGate(Values gate) {
        if (gate.text("days").isEmpty()) {
            problems.add(gate.place("gate"), Message.MISSING_KEY, "days", "60");
        }
        return new LineGate(
                word(LineGate.Kind.class, gate.text("gate", "")),
                gate.whole("days", 0),
                gate.text("then", "forfeit").equals("forfeit"));
    }

    private Returns returns() {
        var returns = values.in("returns");
        return new Returns(
                returns.text("window-days").map(any -> returns.whole("window-days", 0)),
                word(AfterClose.class, returns.text("after-close", "original-rate")));
    }

    private static Exclusive exclusive(Values values) {
        return new Exclusive(values.text("group", ""), values.whole("priority", 0));
    }
}
