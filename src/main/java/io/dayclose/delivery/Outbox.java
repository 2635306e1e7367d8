package io.dayclose.delivery;

import io.dayclose.text.Shortened;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The outbox: every workbook ever made for somebody, and every mail that carries one, with its state. */
public final class Outbox {
    private static final int LONGEST_REPLY = 500;
    private static final int PART = 4 * 1024 * 1024;

    private final JdbcTemplate jdbc;

    public Outbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which workbook: a report for a scope and date. */
    public record Subject(String report, String scopeKind, String scopeCode, LocalDate date) {}

    /** The last revision of a workbook, its digest, and its figures as stored. */
    public record Latest(int revision, String digest, String figures) {}

    /**
     * A workbook to be sent. Wide: a row of {@code outbox}.
     */
    public record Item(
            Subject subject,
            int revision,
            long runId,
            String archivePath,
            String fileName,
            String digest,
            String figures,
            LetterText text,
            byte[] bytes) {}

    /** An address and the state its mail starts in. */
    public record Address(String recipient, String messageId, MailState state, String reply) {}

    public Optional<Latest> latest(Subject subject) {
        return jdbc
                .query(
                        """
                SELECT revision, digest, figures FROM outbox
                WHERE report = ? AND scope_kind = ? AND scope_code = ? AND business_date = ? ORDER BY revision DESC LIMIT 1""",
                        (row, n) -> new Latest(row.getInt(1), row.getString(2), row.getString(3)),
                        subject.report(),
                        subject.scopeKind(),
                        subject.scopeCode(),
                        subject.date())
                .stream()
                .findFirst();
    }

    /** Puts a workbook and its mails into the outbox; must run in a transaction. */
    public void put(Item item, List<Address> addresses, LocalDateTime now) {
        var subject = item.subject();
        jdbc.update(
                """
                INSERT INTO outbox (report, scope_kind, scope_code, business_date, revision, run_id, archive_path, file_name, digest, figures,
                                    subject, html, plain, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                subject.report(),
                subject.scopeKind(),
                subject.scopeCode(),
                subject.date(),
                item.revision(),
                item.runId(),
                item.archivePath(),
                item.fileName(),
                item.digest(),
                item.figures(),
                item.text().subject(),
                item.text().html(),
                item.text().plain(),
                now);
        var id = jdbc.queryForObject("SELECT LAST_INSERT_ID()", Long.class);
        for (int part = 0; part * PART < item.bytes().length; part++) {
            var bytes = Arrays.copyOfRange(item.bytes(), part * PART, Math.min(item.bytes().length, (part + 1) * PART));
            jdbc.update("INSERT INTO outbox_workbook (outbox_id, part, bytes) VALUES (?, ?, ?)", id, part, bytes);
        }
        addresses.forEach(address -> jdbc.update(
                "INSERT IGNORE INTO outbox_mail (outbox_id, recipient, message_id, state, reply) VALUES (?, ?, ?, ?, ?)",
                id,
                address.recipient(),
                address.messageId(),
                address.state().name(),
                address.reply()));
    }

    public byte[] workbook(long outboxId) {
        var bytes = new ByteArrayOutputStream();
        jdbc.query(
                "SELECT bytes FROM outbox_workbook WHERE outbox_id = ? ORDER BY part",
                row -> {
                    bytes.writeBytes(row.getBytes(1));
                },
                outboxId);
        return bytes.toByteArray();
    }

    /** Lets the workbooks of a run leave, now that all of them are there. */
    public void release(long runId, LocalDateTime now) {
        jdbc.update("UPDATE outbox SET released_at = ? WHERE run_id = ? AND released_at IS NULL", now, runId);
    }

    /** The workbooks whose files are still to be written: id and path below the home. */
    Map<Long, String> unarchived() {
        var paths = new LinkedHashMap<Long, String>();
        jdbc.query(
                "SELECT outbox_id, archive_path FROM outbox WHERE released_at IS NOT NULL AND archived_at IS NULL AND archive_path <> '' ORDER BY outbox_id",
                row -> {
                    paths.put(row.getLong(1), row.getString(2));
                });
        return paths;
    }

    void archived(long outboxId, LocalDateTime now) {
        jdbc.update("UPDATE outbox SET archived_at = ? WHERE outbox_id = ?", now, outboxId);
    }

    /** The mails that are due: new ones, those to be tried again now, and those a crash left in the middle. */
    List<Outgoing> due(LocalDateTime now) {
        return jdbc.query(
                """
                SELECT m.*, o.subject, o.html, o.plain, o.file_name, o.business_date FROM outbox_mail m JOIN outbox o USING (outbox_id)
                WHERE o.released_at IS NOT NULL
                  AND (m.state IN ('PENDING', 'SENDING') OR m.state IN ('RETRY', 'UNCONFIRMED') AND m.next_try_at <= ?)
                ORDER BY m.mail_id""",
                (row, n) -> new Outgoing(
                        row.getLong("mail_id"),
                        row.getLong("outbox_id"),
                        row.getString("recipient"),
                        row.getString("message_id"),
                        MailState.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("plain"),
                        row.getString("file_name"),
                        row.getObject("business_date", LocalDate.class)),
                now);
    }

    /** Says that a mail is on its way. */
    void sending(long mailId) {
        jdbc.update("UPDATE outbox_mail SET state = 'SENDING', attempts = attempts + 1 WHERE mail_id = ?", mailId);
    }

    /** Counts a copy that may have arrived; returns how many there are now. */
    int uncertain(long mailId) {
        jdbc.update("UPDATE outbox_mail SET uncertain = uncertain + 1 WHERE mail_id = ?", mailId);
        var copies = jdbc.queryForObject("SELECT uncertain FROM outbox_mail WHERE mail_id = ?", Integer.class, mailId);
        return copies == null ? 0 : copies;
    }

    /** How a try to send ended, and when the next one is due. */
    record Ending(MailState state, String reply, Optional<LocalDateTime> nextTry) {}

    /** Puts off all that is due, without counting a try; returns how many mails. What may have arrived keeps its state and reply. */
    int postpone(LocalDateTime now, String reply, LocalDateTime next) {
        return jdbc.update("""
                UPDATE outbox_mail SET next_try_at = ?, reply = IF(state = 'UNCONFIRMED', reply, ?), state = IF(state = 'UNCONFIRMED', state, 'RETRY')
                WHERE (state = 'PENDING' OR state IN ('RETRY', 'UNCONFIRMED') AND next_try_at <= ?)
                  AND outbox_id IN (SELECT outbox_id FROM outbox WHERE released_at IS NOT NULL)""", next, Shortened.to(reply, LONGEST_REPLY), now);
    }

    /** Who has not got his mail of a date, and in which state it is; nobody's where there was no address. */
    public List<String> unsent(LocalDate date) {
        return jdbc.queryForList("""
                SELECT DISTINCT CONCAT(m.recipient, ' ', m.state) FROM outbox o JOIN outbox_mail m USING (outbox_id)
                WHERE o.business_date = ? AND o.released_at IS NOT NULL AND m.state NOT IN ('SENT', 'NO_RECIPIENT', 'REPLACED') ORDER BY 1""", String.class, date);
    }

    Hold hold() {
        return new Hold(jdbc);
    }

    /** Nobody knows whether these mails have arrived: no further copy without a person. */
    void sentBefore(long outboxId, LocalDate upTo, String why) {
        jdbc.update("""
                UPDATE outbox_mail m JOIN outbox o ON o.outbox_id = m.outbox_id SET m.state = 'UNCONFIRMED', m.next_try_at = NULL, m.reply = ?
                WHERE m.outbox_id = ? AND m.state = 'PENDING' AND o.business_date <= ?""", why, outboxId, upTo);
    }

    void ended(long mailId, Ending ending, LocalDateTime now) {
        jdbc.update(
                "UPDATE outbox_mail SET state = ?, reply = ?, sent_at = ?, next_try_at = ? WHERE mail_id = ?",
                ending.state().name(),
                Shortened.to(ending.reply(), LONGEST_REPLY),
                ending.state() == MailState.SENT ? now : null,
                ending.nextTry().orElse(null),
                mailId);
    }
}
