package io.dayclose.consignment;

import io.dayclose.testing.TestHome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What lies in the inbox before one night. */
final class CarrierInbox {
    private static final Map<String, String> COLUMNS = Map.of(
            "shipment",
            "carrier_code,waybill_no,dealer_code,shipped_on,status,status_on,cod_amount,refused_amount,batch_ref,order_no,parent_waybill_no,status_at,cod_changed_at,currency",
            "remittance_statement",
            "carrier_code,statement_no,revision,period_from,period_to,line_count,gross,fee,net,opening,refund,adjust,closing,currency",
            "remittance_line",
            "carrier_code,statement_no,revision,line_no,waybill_no,batch_ref,type,gross,fee,net,collected_on,carrier_line_id,original_line_id,order_no,currency",
            "receipt",
            "receipt_no,received_on,payer_kind,payer_code,amount,reference,purpose,currency",
            "stock_movement",
            "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,reference",
            "consignment_settlement",
            "settlement_no,line_no,dealer_code,product_code,quantity,unit_price,amount,settled_on,due_on");

    private final Map<String, List<FeedRow>> rows = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    static String[] feeds() {
        return COLUMNS.keySet().stream().sorted().toArray(String[]::new);
    }

    static String csv(String feed, List<FeedRow> rows) {
        var columns = List.of(COLUMNS.get(feed).split(","));
        return rows.stream()
                .map(row -> row.csv(columns) + "\n")
                .collect(Collectors.joining("", COLUMNS.get(feed) + "\n", ""));
    }

    CarrierInbox add(String feed, FeedRow row) {
        rows.computeIfAbsent(feed, any -> new ArrayList<>()).add(row);
        return this;
    }

    CarrierInbox parcels(FeedRow... parcels) {
        List.of(parcels).forEach(parcel -> add("shipment", parcel));
        return this;
    }

    CarrierInbox statement(WrittenStatement statement) {
        statement.numbered().forEach(line -> add("remittance_line", line));
        return add("remittance_statement", statement.head());
    }

    /** A statement, and the bank receipt of just its net. */
    CarrierInbox paid(WrittenStatement statement) {
        return statement(statement).receipt(statement.payment());
    }

    CarrierInbox receipt(FeedRow receipt) {
        return add("receipt", receipt);
    }

    /** The goods of a waybill are in our stock again. */
    CarrierInbox back(String waybill) {
        return add(
                "stock_movement",
                FeedRow.of("movement_no", "M" + waybill, "line_no", "1", "business_date", "2026-11-20")
                        .with("outlet_code", "W001")
                        .with("product_code", "G001")
                        .with("type", "RECEIVE")
                        .with("quantity", "1")
                        .with("reference", waybill));
    }

    /** A file of its own name and bytes. */
    CarrierInbox file(String name, String text) {
        files.put(name, text);
        return this;
    }

    CarrierInbox shuffled(long seed) {
        rows.values().forEach(each -> Collections.shuffle(each, new Random(seed)));
        return this;
    }

    void write(TestHome home, String tag) {
        rows.forEach((feed, each) -> home.write("inbox/" + feed + "-" + tag + ".csv", csv(feed, each)));
        files.forEach((name, text) -> home.write("inbox/" + name, text));
    }
}
