package io.dayclose.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends by SMTP, one connection for many mails, and tells from the server's reply what became of each. */
final class SmtpTransport implements Transport, AutoCloseable {
    private static final int MAILS_PER_CONNECTION = 50;

    private final JavaMailSenderImpl settings;
    private @Nullable PhaseTransport connection;
    private int sent;

    SmtpTransport(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    @Override
    public Result send(MimeMessage message, String name) {
        PhaseTransport line;
        try {
            line = connection();
        } catch (MessagingException refused) {
            close();
            return new Result.Unreachable(words(refused));
        }
        try {
            line.sendMessage(message, message.getAllRecipients());
            return new Result.Sent(reply(line));
        } catch (MessagingException failed) {
            var result = judge(failed, line.dotSent());
            close();
            return result;
        }
    }

    private static String reply(PhaseTransport line) {
        var reply = line.getLastServerResponse();
        return reply == null ? "" : reply.strip();
    }

    private PhaseTransport connection() throws MessagingException {
        if (sent++ % MAILS_PER_CONNECTION == 0) {
            close();
        }
        var open = connection;
        if (open == null || !open.isConnected()) {
            Session session = settings.getSession();
            open = new PhaseTransport(
                    session, new URLName("smtp", settings.getHost(), settings.getPort(), null, null, null));
            open.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
            connection = open;
        }
        return open;
    }

    /** The outer exception's text lies; the nested reply code counts, and without one the phase does. */
    private static Result judge(MessagingException failed, boolean dotSent) {
        int code = code(failed);
        var text = words(failed);
        if (code >= 500) {
            return new Result.Rejected(text);
        }
        return code < 400 && dotSent ? new Result.Unconfirmed(text) : new Result.Retry(text);
    }

    private static int code(MessagingException failed) {
        return chain(failed).mapToInt(SmtpTransport::replyCode).max().orElse(-1);
    }

    /** The server's own, where it said something: they stand in the exception that has its code; else those of the innermost cause. */
    private static String words(MessagingException failed) {
        return chain(failed)
                .filter(each -> replyCode(each) > 0)
                .findFirst()
                .or(() -> chain(failed).reduce((outer, inner) -> inner))
                .map(each -> String.valueOf(each.getMessage()).strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private static Stream<Exception> chain(MessagingException failed) {
        return Stream.iterate(
                failed,
                Objects::nonNull,
                each -> each instanceof MessagingException outer ? outer.getNextException() : null);
    }

    private static int replyCode(Exception failed) {
        if (failed instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failed instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failed instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    @Override
    public void close() {
        var open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyClosed) {
                // the next mail opens a new connection
            }
        }
    }
}
