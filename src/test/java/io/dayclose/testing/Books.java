package io.dayclose.testing;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.database.ContentDigest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The digest of everything that matters in a database: business rows in order, without surrogate ids and time stamps. */
public final class Books {
    private static final List<String> FACTS = FeedCatalogue.delivered().names();
    private static final List<String> OTHERS = List.of(
            "SELECT * FROM outlet_day",
            "SELECT * FROM seller_day",
            "SELECT * FROM product_day",
            "SELECT * FROM noted_sale",
            "SELECT f.feed, f.business_date, f.changes = s.changes FROM fact_day f LEFT JOIN summed_day s USING (business_date)",
            "SELECT feed, voucher_key, decision, reason, column_name, value, business_date, branch_code, payload, first_seen, resolved_on, resolution, source_line FROM voucher",
            "SELECT feed, night, name, kind, state, sha256, read_count, accepted, corrected, duplicate, waiting, returned, refused, read_amount,"
                    + " accepted_amount, corrected_amount, duplicate_amount, waiting_amount, returned_amount, refused_amount FROM feed_source",
            "SELECT * FROM measure",
            "SELECT * FROM measure_total",
            "SELECT cause, plan, origin_month, payee_code, net_amount FROM measure_change",
            "SELECT * FROM uncredited",
            "SELECT * FROM counted_card",
            "SELECT * FROM plan_in_force",
            "SELECT plan, payee_kind, payee_code, origin_month, posting_month, business_date, type, cause, amount FROM ledger",
            accounts("account_month"),
            accounts("closed_account"),
            "SELECT month, as_of, last_night, closed_by, reason FROM closed_month",
            "SELECT * FROM closed_plan",
            "SELECT * FROM settlement",
            "SELECT * FROM settlement_part",
            "SELECT kind, debtor, subject, currency, gross, adjusted, settled, tolerated, credited, written_off, due_on, cycle, status, state, is_open, attention, since FROM receivable",
            "SELECT night, kind, debtor, subject, what, currency, amount, cycle, origin_cycle, receipt_no, pass FROM receivable_entry",
            "SELECT carrier_code, statement_no, revision, cycle, payable, received, state, since, skipped, fault, tolerance_refused FROM carrier_statement",
            "SELECT carrier_code, statement_no, revision, line_no, state, placed, netted, tolerated, uncovered, restated, spent, candidate, reason, held, held_since FROM statement_line",
            "SELECT debtor, source, subject, amount, since, reason, begins, ends FROM suspense",
            "SELECT receipt_no, placed, held, held_since FROM placed_receipt",
            "SELECT night, receipt_no, carrier_code, statement_no, amount FROM bank_leg",
            "SELECT break_key, amount, basis, first_seen, state, owner, why FROM break_item",
            "SELECT b.break_key, e.night, e.state, e.amount, e.age_days FROM break_event e JOIN break_item b USING (break_id)",
            "SELECT as_of, state, result_digest FROM recon_run",
            "SELECT * FROM recon_due",
            "SELECT * FROM rollforward",
            "SELECT * FROM stock_day",
            "SELECT * FROM stock_cell",
            "SELECT * FROM stock_variance",
            "SELECT * FROM consigned_sale",
            "SELECT * FROM stock_due",
            "SELECT * FROM target_day",
            "SELECT * FROM target_finding",
            "SELECT business_date, digest FROM business_day",
            "SELECT report, scope_kind, scope_code, business_date, revision, digest FROM outbox",
            "SELECT o.report, o.scope_code, o.business_date, o.revision, m.recipient, m.message_id, m.state FROM outbox o JOIN outbox_mail m USING (outbox_id)",
            "SELECT job, business_date, run_number, state FROM job_run");

    private static String accounts(String table) {
        return "SELECT plan, origin_month, payee_kind, payee_code, line_count, net_amount, net_quantity, gross_margin, measure, earned,"
                + " adjusted, clawed, held, forfeited, reason, detail, as_of, waived, waits FROM " + table;
    }

    private Books() {}

    public static String digest(JdbcTemplate jdbc) {
        var digest = new ContentDigest();
        OTHERS.forEach(sql -> rows(jdbc, sql, digest));
        return facts(jdbc) + digest.hex();
    }

    /** The digest of the facts alone, all versions of them. */
    public static String facts(JdbcTemplate jdbc) {
        var digest = new ContentDigest();
        FACTS.forEach(table -> rows(jdbc, "SELECT * FROM " + table, digest));
        return digest.hex();
    }

    private static void rows(JdbcTemplate jdbc, String sql, ContentDigest digest) {
        var columns = jdbc.query(sql + " LIMIT 0", result -> {
            var names = new java.util.ArrayList<String>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnLabel(i));
            }
            names.removeAll(List.of("source_id", "taken_in"));
            return names;
        });
        var order = columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
        jdbc.query("SELECT " + order + " FROM (" + sql + ") q ORDER BY " + order, (RowCallbackHandler) row -> {
            for (int i = 1; i <= columns.size(); i++) {
                digest.add(row.getString(i));
            }
        });
    }
}
