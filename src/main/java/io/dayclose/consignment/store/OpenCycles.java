package io.dayclose.consignment.store;

import io.dayclose.config.carrier.Cycles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which cycles are closed, and where what comes late for them stands. */
public final class OpenCycles {
    private final Map<String, LocalDate> last = new HashMap<>();
    private final Next next;

    /** The cycle after one that is closed. */
    public interface Next {
        String after(String debtor, LocalDate lastDay);
    }

    public OpenCycles(JdbcTemplate jdbc, Next next) {
        this.next = next;
        jdbc.query("SELECT debtor, MAX(cycle_to) FROM closed_cycle GROUP BY debtor", row -> {
            last.put(row.getString(1), row.getObject(2, LocalDate.class));
        });
    }

    /** A cycle whose days are all closed is late, by whatever kind of name. */
    String posting(String debtor, String origin) {
        var closed = last.get(debtor);
        return closed != null && !origin.isEmpty() && !Cycles.days(origin).to().isAfter(closed)
                ? next.after(debtor, closed)
                : origin;
    }
}
