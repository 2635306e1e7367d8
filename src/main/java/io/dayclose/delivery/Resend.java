package io.dayclose.delivery;

import io.dayclose.delivery.Outbox.Address;
import io.dayclose.delivery.Outbox.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Chooses stored workbooks to be sent again: the bytes that were made then, as a further copy, counted and listed. */
public final class Resend {
    private static final String CHOSEN = """
            FROM outbox o LEFT JOIN outbox_mail m USING (outbox_id)
            WHERE o.released_at IS NOT NULL AND o.business_date BETWEEN ? AND ? AND o.report LIKE ? AND o.scope_code LIKE ?
              AND o.revision = (SELECT MAX(l.revision) FROM outbox l WHERE l.report = o.report AND l.scope_kind = o.scope_kind
                                AND l.scope_code = o.scope_code AND l.business_date = o.business_date AND l.released_at IS NOT NULL)""";
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;

    public Resend(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of which dates, reports and scopes; whatever is empty chooses all. */
    public record Choice(Optional<LocalDate> date, Optional<String> report, Optional<String> scope) {
        private Object[] values() {
            return new Object[] {
                date.orElse(FIRST),
                date.orElse(LAST),
                report.map(Resend::literal).orElse("%"),
                scope.map(Resend::literal).orElse("%")
            };
        }
    }

    /**
     * A mail as it stands: the last revision of its workbook, for whom, and what became of it.
     *
     * @param state null for somebody who has not been written to
     */
    public record Mail(
            long workbook,
            Subject subject,
            int revision,
            String recipient,
            @Nullable MailState state) {
        /** Whether it stands in one of these states. */
        public boolean isIn(MailState... states) {
            return Arrays.asList(states).contains(state);
        }

        /** The same workbook for somebody who has not been written to. */
        public Mail to(String address) {
            return new Mail(workbook, subject, revision, address, null);
        }
    }

    private static String literal(String text) {
        return text.replaceAll("([%_\\\\])", "\\\\$1");
    }

    public List<Mail> mails(Choice choice) {
        return jdbc.query(
                "SELECT o.outbox_id, o.report, o.scope_kind, o.scope_code, o.business_date, o.revision, COALESCE(m.recipient, ''), m.state "
                        + CHOSEN + " ORDER BY o.business_date, o.outbox_id, m.mail_id",
                (row, n) -> new Mail(
                        row.getLong(1),
                        new Subject(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)),
                        row.getInt(6),
                        row.getString(7),
                        state(row.getString(8))),
                choice.values());
    }

    private static @Nullable MailState state(@Nullable String stored) {
        return stored == null ? null : MailState.valueOf(stored);
    }

    /** Others have taken the place of an address that could not be written to: nothing is owed to it any more. */
    public void replaced(Mail mail, String others) {
        jdbc.update(
                "UPDATE outbox_mail SET state = 'REPLACED', reply = LEFT(CONCAT(?, COALESCE(CONCAT('; ', NULLIF(reply, '')), '')), 500) WHERE outbox_id = ? AND recipient = ?",
                "→ " + others,
                mail.workbook(),
                mail.recipient());
    }

    /** Lets a mail leave with the next ones. A copy that has arrived before stays counted. */
    public void again(long workbook, Address address) {
        jdbc.update(
                "INSERT IGNORE INTO outbox_mail (outbox_id, recipient, message_id, state, reply) VALUES (?, ?, ?, 'REJECTED', '')",
                workbook,
                address.recipient(),
                address.messageId());
        jdbc.update(
                "UPDATE outbox_mail SET uncertain = uncertain + 1 WHERE outbox_id = ? AND recipient = ? AND state = 'SENT'",
                workbook,
                address.recipient());
        jdbc.update(
                "UPDATE outbox_mail SET state = ?, reply = ?, message_id = ?, next_try_at = NULL WHERE outbox_id = ? AND recipient = ?",
                address.state().name(),
                address.reply(),
                address.messageId(),
                workbook,
                address.recipient());
    }
}
