package io.dayclose.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans by chance, each written twice: as a file of the home, and as rows for the second calculation. */
final class InventedPlans {
    private static final int COUNT = 8;
    private static final String LAST = "99999999999999";
    private static final Map<String, List<String>> TRAITS = Map.of(
            "channel", List.of("OWN", "DEALER", "CAMPUS"),
            "branch", List.of("B01", "B02"),
            "outlet", List.of("W01", "W03", "W04", "W05", "W06", "W08"),
            "category", List.of("HANDSET", "ACCESSORY", "CARD"),
            "product", List.of("H01", "H03", "A01", "A02", "A04", "N01"),
            "manufacturer", List.of("Huaguang", "Other", "Third"),
            "product-kind", List.of("GOODS", "GIFT", "NUMBER_CARD"),
            "role", List.of("SELLER", "TECHNICIAN", "PROMOTER"));
    private static final List<String> MEASURES = List.of("net-amount", "net-quantity", "gross-margin");
    private static final List<String> PAYEES = List.of(
            "DEALER 100",
            "SELLER 100",
            "OUTLET 100",
            "MANAGER 100",
            "SELLER 70 MANAGER 30",
            "DEALER 55 OUTLET 45",
            "SELLER 33 MANAGER 33 OUTLET 34");

    private final Dice dice;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    /** The version being written. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final StringBuilder yaml = new StringBuilder();
    private String key = "";

    InventedPlans(Dice dice) {
        this.dice = dice;
        for (int i = 1; i <= COUNT; i++) {
            plan("any-" + i, dice.percent(40));
        }
        override("any-team", 1 + dice.between(0, 3), 5 + dice.between(0, 3));
    }

    /** The text of each plan's file, by its name. */
    Map<String, String> files() {
        return files;
    }

    /** The statements that tell the second calculation. */
    List<String> rows() {
        return rows;
    }

    private void plan(String name, boolean changes) {
        head(name);
        version(name, "2026-10-01", changes ? "2026-11-01" : "9999-12-31");
        if (changes) {
            version(name, "2026-11-01", "9999-12-31");
        }
        files.put(name + ".yml", yaml.toString());
    }

    private void head(String name) {
        yaml.setLength(0);
        yaml.append("plan: %s\ntitle: %s\nkind: commission\nversions:\n".formatted(name, name));
    }

    private void override(String name, int one, int other) {
        head(name);
        yaml.append("  - {from: 2026-10-01, payee: manager, rate: {override: {of: [any-%d, any-%d], percent: 7.5}}}\n"
                .formatted(one, other));
        files.put(name + ".yml", yaml.toString());
        rows.add(
                "INSERT INTO second_version (plan, from_date, rate_kind, rate) VALUES ('%s', '2026-10-01', 'override', 0.075)"
                        .formatted(name));
        rows.add("INSERT INTO second_override VALUES ('%s', 'any-%d'), ('%s', 'any-%d')"
                .formatted(name, one, name, other));
    }

    private void version(String name, String from, String until) {
        key = "'%s', '%s'".formatted(name, from);
        columns.clear();
        columns.put("until_date", "'" + until + "'");
        yaml.append("  - from: ").append(from).append('\n');
        boolean alone = payees();
        traits();
        rate(alone);
        limits();
        hold();
        returns();
        rows.add("INSERT INTO second_version (plan, from_date, %s) VALUES (%s, %s)"
                .formatted(String.join(", ", columns.keySet()), key, String.join(", ", columns.values())));
    }

    /** Whether one is paid alone. */
    private boolean payees() {
        var words = dice.any(PAYEES).split(" ");
        var shares = new ArrayList<String>();
        for (int i = 0; i < words.length; i += 2) {
            rows.add("INSERT INTO second_share VALUES (%s, '%s', %s)"
                    .formatted(key, words[i], BigDecimal.valueOf(Long.parseLong(words[i + 1]), 2)));
            shares.add(words[i].toLowerCase(Locale.ROOT) + ": " + words[i + 1]);
        }
        boolean alone = words.length == 2;
        line(alone ? "payee: " + words[0].toLowerCase(Locale.ROOT) : "shares: {" + String.join(", ", shares) + "}");
        return alone;
    }

    private void traits() {
        var asked = new LinkedHashMap<String, List<String>>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            var trait = dice.any(TRAITS.keySet().stream().sorted().toList());
            var words =
                    TRAITS.get(trait).stream().filter(any -> dice.percent(60)).toList();
            asked.put(trait, words.isEmpty() ? TRAITS.get(trait) : words);
        }
        asked.forEach((trait, words) -> words.forEach(
                word -> rows.add("INSERT INTO second_trait VALUES (%s, '%s', '%s')".formatted(key, trait, word))));
        if (!asked.isEmpty()) {
            line("applies-to: " + asked.toString().replace("=", ": "));
        }
    }

    private void rate(boolean alone) {
        var measure = dice.any(MEASURES);
        int kind = dice.between(1, alone ? 10 : 9);
        if (kind <= 3) {
            linear("percent", dice.between(1, 900), measure);
        } else if (kind == 4) {
            linear("per-unit", dice.between(1, 5000), "net-quantity");
        } else if (kind <= 9) {
            bands(measure);
        } else {
            fixed(measure);
        }
    }

    private void linear(String kind, int hundredths, String measure) {
        boolean percent = kind.equals("percent");
        measured(measure, "linear", !percent);
        columns.put("rate", BigDecimal.valueOf(hundredths, percent ? 4 : 2).toPlainString());
        line("rate: {%s: %s}".formatted(kind, BigDecimal.valueOf(hundredths, 2)));
    }

    private void measured(String measure, String kind, boolean implied) {
        columns.put("measure", "'" + measure + "'");
        columns.put("rate_kind", "'" + kind + "'");
        if (!implied) {
            line("measure: " + measure);
        }
    }

    private void fixed(String measure) {
        if (dice.percent(50)) {
            measured(measure, "fixed", false);
        } else {
            columns.put("rate_kind", "'fixed'");
        }
        columns.put("rate", "150.25");
        line("rate: {fixed: 150.25}");
    }

    private void bands(String measure) {
        boolean pieces = measure.equals("net-quantity");
        var mode = dice.percent(50) ? "marginal" : "retroactive";
        measured(measure, mode, false);
        var table = new ArrayList<String>();
        int lower = 0;
        for (int i = dice.between(0, 3); i >= 0; i--) {
            int upper = lower + dice.between(1, pieces ? 60 : 20_000);
            int hundredths = dice.between(0, pieces ? 2_000 : 700);
            table.add("{from: %d, rate: %s}".formatted(lower, BigDecimal.valueOf(hundredths, 2)));
            rows.add("INSERT INTO second_band VALUES (%s, %d, %s, %s)"
                    .formatted(
                            key,
                            lower,
                            i == 0 ? LAST : upper,
                            BigDecimal.valueOf(hundredths, pieces ? 2 : 4).toPlainString()));
            lower = upper;
        }
        line("rate: {bands: {mode: %s, of: %s, table: [%s]}}"
                .formatted(mode, pieces ? "per-unit" : "percent", String.join(", ", table)));
    }

    private void limits() {
        var minimum = new ArrayList<String>();
        minimum(minimum, "net-amount", "min_amount", dice.between(100, 30_000));
        minimum(minimum, "net-quantity", "min_quantity", dice.between(1, 60));
        minimum(minimum, "gross-margin", "min_margin", dice.between(10, 5_000));
        if (!minimum.isEmpty()) {
            line("minimum: {" + String.join(", ", minimum) + "}");
        }
        if (dice.percent(25)) {
            int cap = dice.between(10, 900);
            columns.put("cap", String.valueOf(cap));
            line("cap: " + cap);
        }
    }

    private void minimum(List<String> minimum, String measure, String column, int value) {
        if (dice.percent(15)) {
            minimum.add(measure + ": " + value);
            columns.put(column, String.valueOf(value));
        }
    }

    private void hold() {
        var gates = new ArrayList<String>();
        if (dice.percent(50)) {
            int days = dice.between(5, 35);
            var then = dice.percent(65) ? "forfeit" : "release";
            gates.add("{gate: warranty-card, days: %d, then: %s}".formatted(days, then));
            columns.put("card_days", String.valueOf(days));
            columns.put("card_then", "'" + then + "'");
        }
        if (dice.percent(40)) {
            int days = dice.between(0, 40);
            gates.add("{gate: return-window, days: %d}".formatted(days));
            columns.put("return_days", String.valueOf(days));
        }
        if (!gates.isEmpty()) {
            line("hold: [" + String.join(", ", gates) + "]");
        }
    }

    private void returns() {
        var after = dice.any(List.of("original-rate", "recompute", "none"));
        int window = dice.percent(50) ? dice.between(0, 25) : -1;
        columns.put("after_close", "'" + after + "'");
        if (window >= 0) {
            columns.put("window_days", String.valueOf(window));
        }
        line("returns: {%safter-close: %s}".formatted(window < 0 ? "" : "window-days: " + window + ", ", after));
    }

    private void line(String text) {
        yaml.append("    ").append(text).append('\n');
    }
}
