package io.dayclose.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table whose parts are written once.
 *
 * @param by the columns, or expressions, that say to which part a row belongs
 * @param total the column that is added up, for people to compare; 0 where there is none
 * @param only which rows are sealed
 * @param without columns that change later, rightly
 * @param whole whether every part must be sealed: one that is not was made by hand
 */
record SealedTable(String name, String by, String total, String only, Set<String> without, boolean whole) {
    private static final String ALL = "TRUE";
    private static final String CLOSED = "month IN (SELECT month FROM closed_month)";

    /** A round that was cut off goes on under its number: until it is published it may grow. */
    private static final String PUBLISHED = "recon_id NOT IN (SELECT recon_id FROM recon_run WHERE state = 'OPEN')";

    /** The name of the part a row belongs to. Rows are grouped by the columns themselves, which is quicker than by their text. */
    String part() {
        return "CONCAT_WS(' ', " + by + ")";
    }

    /** Facts are written by nights, each in nights of its own. */
    static SealedTable ofFacts(String feed, String total) {
        return new SealedTable(feed, "night", total, ALL, Set.of(), false);
    }

    static SealedTable of(String name, String by, String total) {
        return new SealedTable(name, by, total, ALL, Set.of(), false);
    }

    /** Lines of sales are too many to read all of them each night: a day and a night are a part, and only days that changed are read. */
    static SealedTable sales() {
        return of("sale", "business_date, night", "amount");
    }

    /** What a night says of its own date, and says anew when it runs again. */
    static List<SealedTable> ofDates() {
        return Stream.of("target_day mtd_actual", "target_finding amount", "business_day run_id")
                .map(each -> each.split(" "))
                .map(each -> of(each[0], "business_date", each[1]))
                .toList();
    }

    /** Counted again when the day's facts or the metric change. */
    static SealedTable metrics() {
        return of("metric_day", "metric, business_date", "value");
    }

    /** All that is only added to. */
    static List<SealedTable> books() {
        return Stream.of(
                        of("ledger", "business_date, posted_by", "amount"),
                        published("receivable_entry", "recon_id", "amount"),
                        published("bank_leg", "recon_id", "amount"),
                        published("break_event", "recon_id, IF(recon_id = 0, event_id, 0)", "amount"),
                        of("rollforward", "debtor, cycle", "closing"),
                        of("confirmed_shipment", "carrier_code, waybill_no", "0"),
                        of("dismissed_pair", "debtor, SHA2(CONCAT_WS(' ', one, other), 256)", "0"),
                        of("bonus_event", "event_id", "sheet_id"),
                        of("bonus_figure", "sheet_id", "amount"),
                        of("bonus_reading", "sheet_id", "nth"),
                        of("closed_month", "month", "last_source"),
                        of("closed_plan", "month", "0"),
                        of("closed_account", "plan, origin_month", "earned"),
                        of("closed_cycle", "debtor, cycle", "0"),
                        new SealedTable("settlement", "month", "net", CLOSED, Set.of(), false),
                        new SealedTable("settlement_part", "month", "posted", CLOSED, Set.of(), false),
                        decisions())
                .toList();
    }

    private static SealedTable published(String name, String by, String total) {
        return new SealedTable(name, by, total, PUBLISHED, Set.of(), false);
    }

    /** What a round has done of a decision is written beside it. */
    private static SealedTable decisions() {
        return new SealedTable(
                "decision",
                "decision_id, IF(state = 'LAPSED', 'APPROVED', state)",
                "amount",
                ALL,
                Set.of("state", "done_in", "outcome"),
                true);
    }
}
