package io.dayclose.delivery;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** While it is there the schedule starts nothing and no mail leaves: somebody has paused it, or the books were restored. */
public final class Hold {
    private final JdbcTemplate jdbc;

    public Hold(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Since when and why.
     *
     * @param restored whether workbooks that lie in the archive may have been mailed before the loss
     */
    public record Since(LocalDateTime since, String who, String reason, boolean restored) {}

    public Optional<Since> now() {
        return jdbc
                .query(
                        "SELECT since, who, reason, restored FROM schedule_hold",
                        (row, n) -> new Since(
                                row.getObject(1, LocalDateTime.class),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4)))
                .stream()
                .findFirst();
    }

    /** Begins one; what was held before stays so since then, and a restore is not forgotten. */
    public void begin(Since hold) {
        jdbc.update(
                "INSERT INTO schedule_hold (id, since, who, reason, restored) VALUES (1, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE restored = GREATEST(restored, VALUES(restored))",
                hold.since(),
                hold.who(),
                hold.reason(),
                hold.restored());
    }

    /** Ends it; false when there was none. */
    public boolean end() {
        return jdbc.update("DELETE FROM schedule_hold") > 0;
    }
}
