package io.dayclose.delivery;

import io.dayclose.config.Home;
import io.dayclose.database.NamedLock;
import io.dayclose.delivery.MimeLetter.Attachment;
import io.dayclose.delivery.MimeLetter.Sender;
import io.dayclose.delivery.Outbox.Ending;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends what waits in the outbox, one message per recipient, and writes down what became of each. */
public final class Delivery {
    private static final List<Integer> RETRY_MINUTES = List.of(1, 5, 15, 30, 60);
    private static final int MOST_COPIES = 2;
    static final String SENT_BEFORE =
            "the same workbook was published before the books were restored; dayclose resend sends it again";
    private static final String CUT_OFF = "the sending process ended on the way";
    private static final int MEGABYTE = 1024 * 1024;

    private final Home home;
    private final Outbox outbox;
    private final Outside outside;

    public Delivery(Home home, Outbox outbox, Outside outside) {
        this.home = home;
        this.outbox = outbox;
        this.outside = outside;
    }

    /** @param smtp the configured mail server, or null when there is none */
    public record Outside(@Nullable JavaMailSenderImpl smtp, Clock clock, Consumer<Problem> notices) {}

    /** Sends what is due and tells how many mails left. */
    public int deliverDue() {
        archive(outbox.hold().restoredOn());
        int sent = 0;
        try (var line = smtp()) {
            var transport = line == null ? new DirectoryTransport(home.files().resolve("out/mail")) : line;
            for (var mail : outbox.due(now())) {
                if (outbox.hold().now().isPresent()) {
                    break; // also one that begins on the way
                }
                var result = deliver(mail, transport);
                if (result instanceof Transport.Result.Unreachable down) {
                    postpone(mail, down);
                    break;
                }
                sent += result instanceof Transport.Result.Sent ? 1 : 0;
            }
        }
        return sent;
    }

    private @Nullable SmtpTransport smtp() {
        var server = outside.smtp();
        return server == null || home.company().transport().equals("directory") ? null : new SmtpTransport(server);
    }

    private Transport.Result deliver(Outgoing mail, Transport transport) {
        NamedLock.askAll(); // a sender that was thought dead must not send what another has sent since
        if (mail.wasCutOff() && unconfirmed(mail, CUT_OFF)) {
            return new Transport.Result.Unconfirmed(CUT_OFF);
        }
        var bytes = outbox.workbook(mail.outboxId());
        outbox.sending(mail.id());
        try {
            var company = home.company();
            var sender = new Sender(company.mail().from(), company.name().in(company.language()));
            var attachment = attachment(mail, bytes);
            var letter = attachment.isNone() && bytes.length > 0 ? leftBehind(mail, bytes) : mail;
            var message = MimeLetter.of(letter, sender, attachment, Instant.now(outside.clock()));
            return ended(mail, transport.send(message, name(mail)));
        } catch (MessagingException wrong) {
            return ended(mail, new Transport.Result.Rejected(String.valueOf(wrong.getMessage())));
        }
    }

    /**
     * Writes what was made where people can find it, whether or not anybody gets it by mail.
     *
     * @param restored a workbook of a date up to then, that is there already, may have been sent before the books were lost: a person decides
     */
    private void archive(Optional<LocalDate> restored) {
        outbox.unarchived().forEach((id, path) -> {
            try {
                var bytes = outbox.workbook(id);
                var file = HostNames.resolve(home.files().folder(), path);
                if (restored.isPresent() && Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                    outbox.sentBefore(id, restored.get(), SENT_BEFORE);
                }
                WholeFile.write(file, out -> out.write(bytes));
                outbox.archived(id, now());
            } catch (IOException | MessagingException full) {
                throw Refusal.failed(Problem.at(path, Message.FILE_NOT_WRITTEN, String.valueOf(full.getMessage())));
            }
        });
    }

    private static String name(Outgoing mail) {
        return mail.fileName().replaceFirst("\\.xlsx$", "") + "_"
                + mail.recipient().replaceAll("[^A-Za-z0-9@._-]", "_") + "_"
                + mail.messageId().substring(1, 9);
    }

    /** Over the size the mail server takes the workbook is packed; still over, the mail says where it lies. */
    private Attachment attachment(Outgoing mail, byte[] bytes) {
        int most = home.company().mail().maxMegabytes() * MEGABYTE;
        if (bytes.length <= most) {
            return new Attachment(mail.fileName(), bytes);
        }
        var packed = zip(mail.fileName(), bytes);
        return packed.length <= most
                ? new Attachment(mail.fileName().replaceFirst("xlsx$", "zip"), packed)
                : new Attachment(mail.fileName(), new byte[0]);
    }

    /** A report has its own language, or the company's. */
    private Outgoing leftBehind(Outgoing mail, byte[] bytes) {
        int most = home.company().mail().maxMegabytes();
        var left = mail;
        for (var language : Language.values()) {
            left = left.without(language, 1 + bytes.length / MEGABYTE, most);
        }
        return left;
    }

    private static byte[] zip(String name, byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return packed.toByteArray();
    }

    private Transport.Result ended(Outgoing mail, Transport.Result result) {
        if (result instanceof Transport.Result.Sent sent) {
            outbox.ended(mail.id(), new Ending(MailState.SENT, sent.reply(), Optional.empty()), now());
        } else if (result instanceof Transport.Result.Rejected rejected) {
            outbox.ended(mail.id(), new Ending(MailState.REJECTED, rejected.reply(), Optional.empty()), now());
            notice(Message.MAIL_REJECTED, mail.recipient(), rejected.reply());
        } else if (result instanceof Transport.Result.Unconfirmed unconfirmed) {
            unconfirmed(mail, unconfirmed.reply());
        } else if (result instanceof Transport.Result.Retry retry) {
            retry(mail, retry);
        }
        return result;
    }

    /** A server that takes nothing is asked once: all that is due waits, this mail counts the try. */
    private void postpone(Outgoing mail, Transport.Result.Unreachable down) {
        var next = later(mail);
        outbox.ended(mail.id(), new Ending(MailState.RETRY, down.reply(), Optional.of(next)), now());
        int others = outbox.postpone(now(), down.reply(), next);
        notice(Message.MAILS_WAIT, down.reply(), 1 + others, next);
    }

    private LocalDateTime later(Outgoing mail) {
        return now().plusMinutes(RETRY_MINUTES.get(Math.min(mail.attempts(), RETRY_MINUTES.size() - 1)));
    }

    /** Once more with the same Message-ID; a third copy is for a person to decide, which is what true tells. */
    private boolean unconfirmed(Outgoing mail, String why) {
        boolean enough = outbox.uncertain(mail.id()) >= MOST_COPIES;
        var next = enough ? Optional.<LocalDateTime>empty() : Optional.of(now().plusMinutes(RETRY_MINUTES.get(0)));
        outbox.ended(mail.id(), new Ending(MailState.UNCONFIRMED, why, next), now());
        notice(Message.MAIL_UNCONFIRMED, mail.recipient());
        return enough;
    }

    private void retry(Outgoing mail, Transport.Result.Retry result) {
        var next = later(mail);
        outbox.ended(mail.id(), new Ending(MailState.RETRY, result.reply(), Optional.of(next)), now());
        notice(Message.MAIL_RETRY, mail.recipient(), result.reply(), next);
    }

    private void notice(Message message, Object... values) {
        outside.notices().accept(Problem.at("mail", message, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(outside.clock()).withNano(0);
    }
}
