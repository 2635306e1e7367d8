package io.dayclose.consignment.round;

import io.dayclose.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What a round was made from and what it came to, each as one number: equal inputs give an equal result, in whatever order they came. */
public final class RowDigests {
    /** All that is open, waits, or differs: no number of a row, no clock. */
    private static final List<String> RESULT = List.of(
            """
            SELECT kind, debtor, subject, currency, gross, adjusted, settled, tolerated, credited, written_off, due_on, cycle, state FROM receivable
            WHERE is_open = 1 ORDER BY kind, debtor, subject""",
            "SELECT debtor, source, subject, currency, amount, since, reason FROM suspense WHERE ends = '9999-12-31' ORDER BY debtor, source, subject, reason",
            "SELECT break_key, amount, basis, first_seen, state, owner FROM break_item WHERE is_open = 1 ORDER BY break_key");

    /** The bytes of all that came, and what people have said. */
    private static final List<String> INPUT = List.of(
            """
            SELECT feed, sha256, read_count FROM feed_source WHERE feed IN ('shipment', 'remittance_statement', 'remittance_line',
                'consignment_settlement', 'receipt', 'stock_movement') AND source_id <= (SELECT MAX(last_source) FROM recon_run)
                AND night >= (SELECT MAX(as_of) FROM recon_run) ORDER BY feed, sha256, read_count""",
            "SELECT kind, detail FROM decision WHERE done_in = (SELECT MAX(recon_id) FROM recon_run) ORDER BY decision_id");

    private final JdbcTemplate jdbc;

    RowDigests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String result() {
        return of(RESULT);
    }

    String input() {
        return of(INPUT);
    }

    private String of(List<String> queries) {
        var digest = Sha256.begin();
        for (var sql : queries) {
            jdbc.query(sql, (RowCallbackHandler) row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    digest.update((row.getString(i) + "\t").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
