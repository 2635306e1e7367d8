package io.dayclose.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Remembers how far a conversation with the mail server got. A broken line before the message and one after its last
 * dot give the same exception, and only the first is safe to repeat.
 */
final class PhaseTransport extends SMTPTransport {
    private boolean dotSent;

    PhaseTransport(Session session, URLName name) {
        super(session, name);
    }

    /** Whether the whole message was handed over before the conversation ended. */
    boolean dotSent() {
        return dotSent;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        dotSent = false;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        dotSent = false;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        dotSent = true;
        super.finishData();
        dotSent = false;
    }
}
