package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.PayeeKind;

/**
 * A share of a line that counts for a payee under a plan.
 *
 * @param percent 1 to 100
 */
public record Credit(Account account, PlanVersion version, int percent) {

    /** Whose earnings under which plan: codes are unique within a kind of payee. */
    public record Account(String plan, PayeeKind kind, String code) implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            int byPlan = plan.compareTo(other.plan);
            int byKind = byPlan != 0 ? byPlan : kind.compareTo(other.kind);
            return byKind != 0 ? byKind : code.compareTo(other.code);
        }
    }
}
