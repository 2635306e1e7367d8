package io.dayclose.delivery;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** While it is there the schedule starts nothing and no mail leaves: somebody has paused it, or the books were restored. */
public final class Hold {
    private final JdbcTemplate jdbc;

    public Hold(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Since when, in the company's time, and why. */
    public record Since(LocalDateTime since, String who, String reason) {}

    public Optional<Since> now() {
        return jdbc
                .query(
                        "SELECT since, who, reason FROM schedule_hold WHERE held = 1",
                        (row, n) ->
                                new Since(row.getObject(1, LocalDateTime.class), row.getString(2), row.getString(3)))
                .stream()
                .findFirst();
    }

    /** Begins one; what is held already stays held since then. */
    public void begin(Since hold) {
        if (now().isEmpty()) {
            begin(hold, null);
        }
    }

    /** Begins one because the books were restored. Mails that had not left when the backup was made may have left since: a person decides. */
    public void restored(Since hold) {
        begin(hold, hold.since());
        jdbc.update("""
                UPDATE outbox_mail m JOIN outbox o ON o.outbox_id = m.outbox_id SET m.state = 'UNCONFIRMED', m.next_try_at = NULL, m.reply = ?
                WHERE o.archived_at IS NOT NULL AND (m.state IN ('PENDING', 'SENDING', 'RETRY') OR m.next_try_at IS NOT NULL)""", Delivery.SENT_BEFORE);
    }

    private void begin(Since hold, @Nullable LocalDateTime restored) {
        jdbc.update(
                "INSERT INTO schedule_hold (id, since, who, reason, held, restored_at) VALUES (1, ?, ?, ?, 1, ?) ON DUPLICATE KEY UPDATE"
                        + " since = VALUES(since), who = VALUES(who), reason = VALUES(reason), held = 1, restored_at = COALESCE(VALUES(restored_at), restored_at)",
                hold.since(),
                hold.who(),
                hold.reason(),
                restored);
    }

    /** Ends it; false when there was none. */
    public boolean end() {
        return jdbc.update("UPDATE schedule_hold SET held = 0 WHERE held = 1") > 0;
    }

    /** The day the books were last restored on. */
    Optional<LocalDate> restoredOn() {
        return jdbc
                .queryForList(
                        "SELECT restored_at FROM schedule_hold WHERE restored_at IS NOT NULL", LocalDateTime.class)
                .stream()
                .map(LocalDateTime::toLocalDate)
                .findFirst();
    }
}
