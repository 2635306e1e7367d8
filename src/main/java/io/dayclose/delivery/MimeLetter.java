package io.dayclose.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;

/** Puts a mail together: text and HTML, the workbook, and headers that every mail program understands. */
final class MimeLetter {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private MimeLetter() {}

    /** Who a mail comes from. */
    record Sender(String address, String name) {}

    static MimeMessage of(Outgoing mail, Sender sender, Attachment attachment, Instant now) throws MessagingException {
        var message = new StableMessage(Session.getInstance(new Properties()), mail.messageId());
        message.setFrom(address(sender));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(oneLine(mail.subject()), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(alternative(mail));
        if (!attachment.isNone()) {
            mixed.addBodyPart(file(attachment));
        }
        message.setContent(mixed);
        message.saveChanges();
        return message;
    }

    /** A file as it travels; without bytes nothing is attached. */
    record Attachment(String name, byte[] bytes) {
        boolean isNone() {
            return bytes.length == 0;
        }
    }

    private static InternetAddress address(Sender sender) throws MessagingException {
        try {
            return new InternetAddress(sender.address(), oneLine(sender.name()), "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8", impossible);
        }
    }

    private static MimeBodyPart alternative(Outgoing mail) throws MessagingException {
        Multipart both = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(mail.plain(), "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        both.addBodyPart(plain);
        both.addBodyPart(html);
        var part = new MimeBodyPart();
        part.setContent(both);
        return part;
    }

    /** The one form of a Chinese file name that all tested mail programs read: both old words and the new parameter. */
    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        var name = attachment.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
        var word = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
        var type = name.endsWith(".zip") ? "application/zip" : WORKBOOK;
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), type)));
        part.setHeader("Content-Type", type + "; name=\"" + word + "\"");
        part.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + word + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Keeps its own Message-ID, so that a second copy is known as one. */
    private static final class StableMessage extends MimeMessage {
        private final String id;

        StableMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
