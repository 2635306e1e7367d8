package io.dayclose.commission.posting;

import io.dayclose.config.plan.PlanVersion.LineGate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Gates that two people have waived. */
final class Waivers {
    private final JdbcTemplate jdbc;

    Waivers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The line gates that are waived in a plan's origin month, by the code of the payee. */
    Map<String, Set<LineGate.Kind>> of(MonthGroup group) {
        var found = new HashMap<String, Set<LineGate.Kind>>();
        jdbc.query(
                """
                SELECT payee_code, gate FROM decision
                WHERE kind = 'WAIVE' AND state = 'APPROVED' AND plan = ? AND month = ? AND gate IN ('WARRANTY_CARD', 'RETURN_WINDOW')""",
                (RowCallbackHandler)
                        row -> found.computeIfAbsent(row.getString(1), any -> EnumSet.noneOf(LineGate.Kind.class))
                                .add(LineGate.Kind.valueOf(row.getString(2))),
                group.plan(),
                group.origin().toString());
        return found;
    }
}
