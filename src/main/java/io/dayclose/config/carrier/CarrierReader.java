package io.dayclose.config.carrier;

import io.dayclose.config.carrier.Agreement.CutOff;
import io.dayclose.config.carrier.Agreement.Demand;
import io.dayclose.config.carrier.Cycles.Kind;
import io.dayclose.config.carrier.Cycles.PayDay;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a carrier's file. The shape must have been checked. */
public final class CarrierReader {
    private static final BigDecimal FEE_TOLERANCE = new BigDecimal("0.05");
    private static final int GOODS_BACK_DAYS = 10;

    /** Which pay days a kind of cycle needs. */
    private static final Map<Kind, List<String>> PAY_DAYS = new EnumMap<>(Map.of(
            Kind.HALF_MONTH, List.of("first-half", "second-half"),
            Kind.MONTH, List.of("month"),
            Kind.WEEK, List.of("week")));

    private final String currency;
    private final ZoneId zone;
    private final Problems problems;

    /** @param currency and zone: the company's, for agreements that name none */
    public CarrierReader(String currency, ZoneId zone, Problems problems) {
        this.currency = currency;
        this.zone = zone;
        this.problems = problems;
    }

    public Carrier read(Node node) {
        var values = Values.of(node);
        var agreements = new ArrayList<Agreement>();
        for (var each : values.nodes("agreements")) {
            var agreement = agreement(Values.of(each));
            if (!agreements.isEmpty()
                    && !agreement
                            .from()
                            .isAfter(agreements.get(agreements.size() - 1).from())) {
                problems.add(
                        Values.of(each).place("from"),
                        Message.VERSION_ORDER,
                        agreement.from(),
                        agreements.get(agreements.size() - 1).from());
            }
            agreements.add(agreement);
        }
        return new Carrier(
                values.text("carrier", ""), values.bilingual("title").orElse(Bilingual.same("?")), agreements);
    }

    private Agreement agreement(Values values) {
        var cutOff = values.text("cut-off")
                .filter(text -> text.matches("\\d{2}:\\d{2}"))
                .map(text -> new CutOff(LocalTime.parse(text), values.zone("zone", zone)));
        return new Agreement(
                values.text("from")
                        .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                        .map(LocalDate::parse)
                        .orElse(LocalDate.EPOCH),
                cycles(values),
                values.whole("grace-days", 0),
                fee(values),
                tolerance(values.in("tolerance")),
                values.whole("goods-back-days", GOODS_BACK_DAYS),
                cutOff,
                values.text("basis", "delivered").equals("signed"),
                values.text("currency", currency),
                values.texts("requires").stream()
                        .map(each -> word(Demand.class, each))
                        .collect(Collectors.toCollection(TreeSet::new)),
                values.flag("aliases", true));
    }

    private Cycles cycles(Values values) {
        var kind = word(Kind.class, values.text("cycle", "half-month"));
        var days = values.in("pay-by").map(Values::scalar);
        PAY_DAYS.getOrDefault(kind, List.of()).stream()
                .filter(part -> !days.containsKey(part))
                .forEach(part -> problems.add(values.place("pay-by"), Message.MISSING_KEY, part, "20"));
        return new Cycles(
                kind,
                days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, day -> payDay(day.getValue()))));
    }

    private static PayDay payDay(String text) {
        var digits = text.replaceAll("\\D", "");
        return new PayDay(text.startsWith("next-month"), digits.isEmpty() ? 1 : Integer.parseInt(digits));
    }

    private static Fee fee(Values values) {
        var fee = values.in("fee");
        return new Fee(
                fee.decimal("percent").orElse(BigDecimal.ZERO),
                fee.decimal("flat").orElse(BigDecimal.ZERO),
                fee.decimal("minimum").orElse(BigDecimal.ZERO),
                fee.decimal("maximum"),
                fee.decimal("tax-percent").orElse(BigDecimal.ZERO),
                word(RoundingMode.class, fee.text("rounding", "half-up")),
                word(Fee.Mode.class, fee.text("mode", "netted")),
                values.decimal("refusal-fee").orElse(BigDecimal.ZERO),
                values.decimal("fee-tolerance").orElse(FEE_TOLERANCE));
    }

    private static Tolerance tolerance(Values values) {
        return new Tolerance(
                values.decimal("short").orElse(BigDecimal.ZERO),
                values.decimal("over").orElse(BigDecimal.ZERO),
                values.decimal("percent"),
                values.decimal("per-statement"));
    }

    /** The enum's constant, or its first one when the shape has told that there is none. */
    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return List.of(type.getEnumConstants()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(type.getEnumConstants()[0]);
    }
}
