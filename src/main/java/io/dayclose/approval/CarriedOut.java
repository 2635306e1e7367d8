package io.dayclose.approval;

import io.dayclose.text.Shortened;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What became of an approved decision that a round of reconciliation has carried out.
 *
 * @param round the number of the round
 * @param missed what of it could not be done any more, in words; empty when all was
 * @param lapsed whether that is the whole of it
 */
public record CarriedOut(long decision, long round, String missed, boolean lapsed) {
    private static final int MOST_CHARACTERS = 500;

    /** Writes it down; must run in the transaction that has carried it out. */
    public void keep(JdbcTemplate jdbc) {
        jdbc.update(
                "UPDATE decision SET done_in = ?, outcome = ?, state = ? WHERE decision_id = ?",
                round,
                Shortened.to(missed, MOST_CHARACTERS),
                (lapsed ? DecisionState.LAPSED : DecisionState.APPROVED).name(),
                decision);
    }
}
