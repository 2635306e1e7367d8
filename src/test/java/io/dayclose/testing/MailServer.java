package io.dayclose.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** A real mail server that speaks IMAP over TLS, with a certificate of its own making. */
public final class MailServer implements AutoCloseable {
    public static final String USER = "reports@example.com";
    public static final String PASSWORD = "battery staple";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    private final GreenMailUser user;

    public MailServer() {
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
    }

    public int port() {
        return server.getImaps().getPort();
    }

    /** The fingerprint of its certificate, as openssl prints it. */
    public static String certificate() {
        try (var in = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, "changeit".toCharArray());
            var encoded = store.getCertificate(store.aliases().nextElement()).getEncoded();
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Puts a mail with attachments into the inbox.
     *
     * @param attachments each as {@link #attachment} writes it
     */
    public void deliver(String from, String subject, String... attachments) {
        var text = new StringBuilder("""
                From: %s
                To: reports@example.com
                Subject: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/plain; charset=utf-8

                Here it is.
                """.formatted(from, subject));
        for (var each : attachments) {
            text.append("--cut\n").append(each);
        }
        deliver(text.append("--cut--\n").toString());
    }

    private void deliver(String mail) {
        try {
            var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String attachment(String name, String content) {
        return part(
                "application/octet-stream",
                "attachment; filename=\"" + name + "\"",
                Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A part of a mail in base64, as it stands. */
    public static String part(String type, String disposition, String base64) {
        return "Content-Type: " + type + "\nContent-Transfer-Encoding: base64\nContent-Disposition: " + disposition
                + "\n\n" + base64.replace("\r", "") + "\n";
    }

    /** The subjects of the mails in a folder, those that are unread with a star. */
    public List<String> mails(String folder) {
        var found = server.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null
                ? List.of()
                : found.getNonDeletedMessages().stream().map(MailServer::shown).toList();
    }

    private static String shown(StoredMessage mail) {
        try {
            var message = mail.getMimeMessage();
            return message.getSubject() + (mail.getFlags().contains(Flags.Flag.SEEN) ? "" : "*");
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Moves all that is in a folder back to the inbox, as somebody does who wants it taken again. */
    public void moveBack(String folder) {
        var hosts = server.getManagers().getImapHostManager();
        try {
            var from = hosts.getFolder(user, folder);
            for (long uid : from.getMessageUids()) {
                from.moveMessage(uid, hosts.getInbox(user));
            }
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
