package io.dayclose.consignment.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which cycles are closed, and where what comes late for them stands. */
public final class OpenCycles {
    private final Map<String, Closed> last = new HashMap<>();
    private final Next next;

    /** The cycle after one that is closed. */
    public interface Next {
        String after(String debtor, java.time.LocalDate lastDay);
    }

    private record Closed(String cycle, java.time.LocalDate to) {}

    public OpenCycles(JdbcTemplate jdbc, Next next) {
        this.next = next;
        jdbc.query("SELECT debtor, cycle, cycle_to FROM closed_cycle ORDER BY debtor, cycle_to", row -> {
            last.put(row.getString(1), new Closed(row.getString(2), row.getObject(3, java.time.LocalDate.class)));
        });
    }

    /** Cycles are named so that their names stand in the order of their days. */
    String posting(String debtor, String origin) {
        var closed = last.get(debtor);
        boolean late = closed != null && !origin.isEmpty() && origin.compareTo(closed.cycle()) <= 0;
        return late ? next.after(debtor, closed.to()) : origin;
    }
}
