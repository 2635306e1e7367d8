package io.dayclose.config.plan;

import io.dayclose.config.plan.Bands.Band;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Values;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a version pays: exactly one kind of rate. */
final class RateReader {
    private static final List<String> KINDS = List.of("percent", "per-unit", "bands", "fixed", "override");

    private final Values version;
    private final Values rate;
    private final Problems problems;

    RateReader(Values version, Problems problems) {
        this.version = version;
        rate = version.in("rate");
        this.problems = problems;
    }

    Optional<Rate> read() {
        var kinds = KINDS.stream().filter(kind -> rate.node(kind).isPresent()).toList();
        if (version.node("rate").isPresent() && kinds.size() != 1) {
            problems.add(version.place("rate"), Message.ONE_RATE, String.join(", ", KINDS));
        }
        return kinds.size() == 1 ? rate(kinds.get(0)) : Optional.empty();
    }

    private Optional<Rate> rate(String kind) {
        return switch (kind) {
            case "percent" -> rate.decimal(kind).map(Rate.Percent::new);
            case "per-unit" -> rate.decimal(kind).map(Rate.PerUnit::new);
            case "fixed" ->
                rate.decimal(kind)
                        .map(amount -> new Rate.Fixed(
                                amount,
                                rate.text("per").isPresent(),
                                rate.text("prorate").isPresent()));
            case "override" -> override(rate.in(kind));
            default -> bands(rate.in(kind)).map(Rate.Banded::new);
        };
    }

    private static Optional<Rate> override(Values override) {
        return override.decimal("percent").map(percent -> new Rate.Override(override.texts("of"), percent));
    }

    private Optional<Bands> bands(Values bands) {
        long before = problems.count();
        var table = new ArrayList<Band>();
        for (var node : bands.nodes("table")) {
            band(node, table);
        }
        boolean good = problems.count() == before && !table.isEmpty();
        return good
                ? Optional.of(new Bands(
                        bands.text("mode", "").equals("retroactive"),
                        bands.text("of", "percent").equals("per-unit"),
                        table))
                : Optional.empty();
    }

    /** Bands must rise; each one pays from its own start up to the next. */
    private void band(Node node, List<Band> table) {
        var values = Values.of(node);
        var from = values.decimal("from").orElse(BigDecimal.ZERO);
        var last = table.isEmpty() ? null : table.get(table.size() - 1).from();
        if (last == null && from.signum() != 0) {
            problems.add(values.place("from"), Message.FIRST_BAND, from.toPlainString());
        } else if (last != null && from.compareTo(last) <= 0) {
            problems.add(
                    values.place("from"),
                    Message.BAND_ORDER,
                    table.size() + 1,
                    from.toPlainString(),
                    table.size(),
                    last.toPlainString());
        }
        table.add(new Band(from, values.decimal("rate").orElse(BigDecimal.ZERO)));
    }
}
