package io.dayclose.intake.fetch;

import io.dayclose.config.feed.FeedSource;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** A conversation with an IMAP server over TLS. Reading leaves a mail unread. */
final class MailSession implements AutoCloseable {
    private static final String FETCH_BYTES = String.valueOf(1 << 18);

    private final FeedSource.Mailbox source;
    private final Optional<PinnedCertificate> pin;
    private final IMAPStore store;

    MailSession(FeedSource.Mailbox source) throws FetchFailure {
        this.source = source;
        pin = source.certificate().map(PinnedCertificate::new);
        try {
            store = (IMAPStore) Session.getInstance(properties()).getStore("imaps");
            var server = source.server();
            store.connect(
                    server.host(),
                    server.port(),
                    server.user(),
                    source.password().value());
        } catch (MessagingException failed) {
            throw judge(failed);
        }
    }

    /** A certificate that is pinned proves by itself whose it is; any other must bear the host's name. */
    private Properties properties() {
        var timeout = String.valueOf(source.server().timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.imaps.connectiontimeout", timeout);
        properties.put("mail.imaps.timeout", timeout);
        properties.put("mail.imaps.writetimeout", timeout);
        properties.put("mail.imaps.ssl.checkserveridentity", String.valueOf(pin.isEmpty()));
        properties.put("mail.imaps.peek", "true");
        properties.put("mail.imaps.fetchsize", FETCH_BYTES);
        pin.ifPresent(certificate -> {
            properties.put("mail.imaps.ssl.socketFactory", certificate.sockets());
            properties.put("mail.imaps.socketFactory.fallback", "false");
        });
        return properties;
    }

    /** Opens the folder; a trial only reads. */
    IMAPFolder open(boolean toWrite) throws FetchFailure {
        try {
            var folder = (IMAPFolder) folder(source.wanted().folder());
            folder.open(toWrite ? Folder.READ_WRITE : Folder.READ_ONLY);
            return folder;
        } catch (MessagingException failed) {
            throw judge(failed);
        }
    }

    /** A folder by its path with slashes, whatever the server puts between the names. */
    private Folder folder(String path) throws MessagingException {
        char separator = store.getDefaultFolder().getSeparator();
        return store.getFolder(path.replace('/', separator));
    }

    /** Moves mails to the folder for what is done, in one go where the server can. */
    void moveDone(IMAPFolder from, Message[] mails) throws MessagingException {
        var done = doneFolder();
        if (store.hasCapability("MOVE")) {
            from.moveMessages(mails, done);
        } else {
            copyAway(from, mails, done);
        }
    }

    Folder doneFolder() throws MessagingException {
        var done = folder(source.done());
        if (!done.exists() && !done.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("folder " + source.done() + " cannot be created");
        }
        return done;
    }

    /**
     * For servers that cannot move. Copied first: a mail that is there twice does no harm, one that is nowhere would. Where
     * only all deleted mails could be removed at once the mark has to do: others' are none of ours.
     */
    void copyAway(IMAPFolder from, Message[] mails, Folder done) throws MessagingException {
        from.copyMessages(mails, done);
        from.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            from.expunge(mails);
        }
    }

    /** What a failure of the line, or of the way to it, means. */
    FetchFailure judge(Exception failed) {
        var wrong = pin.map(PinnedCertificate::wrong);
        if (wrong.isPresent()) {
            return FetchFailure.of(
                    "certificate", wrong.get(), source.certificate().orElse(""));
        }
        if (failed instanceof AuthenticationFailedException) {
            return FetchFailure.of("login", source.server().user());
        }
        if (failed instanceof FolderNotFoundException) {
            return FetchFailure.of("folder", source.wanted().folder());
        }
        var root = rootOf(failed);
        var said = FetchFailure.said(root);
        if (root instanceof SocketTimeoutException || said.contains("timed out")) {
            return FetchFailure.of("timeout", source.server().timeout().toSeconds());
        }
        if (isDistrust(root, said)) {
            return FetchFailure.of("untrusted", said);
        }
        boolean connecting = root instanceof ConnectException || root instanceof UnknownHostException;
        return FetchFailure.of(connecting ? "unreachable" : "broken", said);
    }

    private static boolean isDistrust(Throwable root, String said) {
        return root instanceof SSLHandshakeException
                || root instanceof SSLPeerUnverifiedException
                || root instanceof GeneralSecurityException
                || said.contains("verify identity");
    }

    private static Throwable rootOf(Throwable failed) {
        var root = failed;
        for (var below = next(root); below != null; below = next(root)) {
            root = below;
        }
        return root;
    }

    private static @Nullable Throwable next(Throwable failed) {
        var next = failed instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failed.getCause();
        return next == failed ? null : next;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException alreadyBroken) {
            // nothing was left to be said
        }
    }
}
