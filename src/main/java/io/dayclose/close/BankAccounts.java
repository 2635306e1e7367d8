package io.dayclose.close;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where dealers are paid to. The first account ever known of a dealer counts as approved; one that replaces it is used only
 * once two people have said so, until then payouts go on to the old one. What was said last counts.
 */
public final class BankAccounts {
    /** What dealers' rows say of their accounts, in the order in which it came to be known. */
    static final String KNOWN = """
            SELECT d.dealer_code, d.bank_account, d.night, d.source_id,
                   ROW_NUMBER() OVER (PARTITION BY d.dealer_code ORDER BY d.source_id, d.version, d.source_line) AS nth
            FROM dealer d WHERE d.bank_account <> ''""";

    /** The approved account of every dealer. */
    static final String APPROVED =
            "SELECT k.dealer_code, COALESCE(a.bank_account, k.bank_account) AS bank_account FROM (" + KNOWN + """
            ) k LEFT JOIN (SELECT d.payee_code, d.bank_account FROM decision d
                 LEFT JOIN decision n ON n.kind = 'ACCOUNT' AND n.state = 'APPROVED' AND n.payee_code = d.payee_code AND (n.decided_at > d.decided_at OR (n.decided_at = d.decided_at AND n.decision_id > d.decision_id))
                 WHERE d.kind = 'ACCOUNT' AND d.state = 'APPROVED' AND n.decision_id IS NULL) a ON a.payee_code = k.dealer_code
            WHERE k.nth = 1""";

    private final JdbcTemplate jdbc;

    public BankAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The account a dealer is paid to. */
    public Optional<String> approved(String dealer) {
        return jdbc
                .queryForList(
                        "SELECT bank_account FROM (" + APPROVED + ") a WHERE dealer_code = ?", String.class, dealer)
                .stream()
                .findFirst();
    }

    /** The account that stands in the dealer's master data now, whether approved or not. */
    public Optional<String> latest(String dealer) {
        return jdbc
                .queryForList(
                        "SELECT bank_account FROM (" + KNOWN + ") k WHERE dealer_code = ? ORDER BY nth DESC LIMIT 1",
                        String.class,
                        dealer)
                .stream()
                .findFirst();
    }
}
