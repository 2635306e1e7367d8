package io.dayclose.consignment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One record of a feed, as somebody else's system writes it: texts by canonical column. */
record FeedRow(Map<String, String> values) {

    FeedRow {
        values = Map.copyOf(values);
    }

    static FeedRow of(String... columnsAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new FeedRow(values);
    }

    /** A parcel of dealer D09 that was delivered on 5 November. */
    static FeedRow parcel(String carrier, String waybill, String cod) {
        return of("carrier_code", carrier, "waybill_no", waybill, "cod_amount", cod)
                .with("dealer_code", "D09")
                .with("shipped_on", "2026-11-03")
                .became("DELIVERED", "2026-11-05");
    }

    /** Cash collected, with a fee kept by the carrier. */
    static FeedRow collect(String waybill, String gross, String fee) {
        return line("COLLECT", waybill, gross, fee);
    }

    static FeedRow line(String type, String waybill, String gross, String fee) {
        var net = new BigDecimal(gross).subtract(new BigDecimal(fee));
        return of("type", type, "waybill_no", waybill, "gross", gross, "fee", fee)
                .with("net", net.toPlainString())
                .with("collected_on", "2026-11-10");
    }

    /** A carrier's payment as the bank shows it. */
    static FeedRow receipt(String number, String carrier, String amount, String reference) {
        return of("receipt_no", number, "payer_code", carrier, "amount", amount, "reference", reference)
                .with("payer_kind", "CARRIER")
                .with("received_on", "2026-11-20");
    }

    FeedRow with(String column, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new FeedRow(changed);
    }

    FeedRow became(String status, String on) {
        return with("status", status).with("status_on", on);
    }

    String get(String column) {
        return values.getOrDefault(column, "");
    }

    BigDecimal amount(String column) {
        return new BigDecimal(get(column));
    }

    String csv(List<String> columns) {
        return columns.stream().map(column -> quoted(get(column))).collect(Collectors.joining(","));
    }

    private static String quoted(String value) {
        return value.matches("[^\",\\s]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
