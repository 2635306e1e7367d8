package io.dayclose.consignment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row that {@code show} printed as CSV, by column. */
record ShownRow(Map<String, String> values) {
    private static final Set<String> ENDED = Set.of("AUTO_CLEARED", "RESOLVED");

    /** Reads RFC 4180 text with a header. */
    static List<ShownRow> read(String csv) {
        var records = records(csv);
        var header = records.remove(0);
        return records.stream().map(record -> of(header, record)).toList();
    }

    private static ShownRow of(List<String> header, List<String> record) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), record.get(i));
        }
        return new ShownRow(values);
    }

    private static List<List<String>> records(String csv) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (char each : csv.replace("\r\n", "\n").toCharArray()) {
            if (each == '"') {
                quoted = !quoted;
                if (quoted && !value.isEmpty()) {
                    value.append('"');
                }
            } else if (!quoted && (each == ',' || each == '\n')) {
                record.add(value.toString());
                value.setLength(0);
                if (each == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            } else {
                value.append(each);
            }
        }
        return records;
    }

    String get(String column) {
        var value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("show must print the column " + column + ": " + values.keySet());
        }
        return value;
    }

    BigDecimal amount(String column) {
        var text = get(column);
        return new BigDecimal(text.isEmpty() ? "0" : text).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Some columns, joined by a blank. */
    String text(String... columns) {
        return Stream.of(columns).map(this::get).collect(Collectors.joining(" "));
    }

    boolean isOf(String debtor) {
        return get("debtor").equals(debtor);
    }

    /** Whether a break is still one. */
    boolean isOpen() {
        return !ENDED.contains(get("state"));
    }

    static BigDecimal sum(List<ShownRow> rows, String column) {
        return rows.stream().map(row -> row.amount(column)).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
