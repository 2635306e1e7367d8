package io.dayclose.intake.fetch;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.fetch.Mail.Attachment;
import io.dayclose.intake.read.RowSource;
import io.dayclose.text.Message;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.util.DecodingException;

/** The attachments of the mails in a mailbox, as far as their senders are believed. */
final class MailFolder implements RemoteFolder {
    private final FeedNight work;
    private final FeedSource.Mailbox source;
    private final Fetched fetched;
    private final FileGlob glob;
    private final BoxFeeds box;
    private final MailSession session;
    private final IMAPFolder folder;

    /** The mails that bring something to a feed of this mailbox, with their attachments. */
    private final Map<Mail, List<Attachment>> mails = new LinkedHashMap<>();

    MailFolder(FeedNight work, FeedSource.Mailbox source, Fetched fetched) throws FetchFailure {
        this.work = work;
        this.source = source;
        this.fetched = fetched;
        glob = new FileGlob(source.wanted().glob());
        box = BoxFeeds.of(work.home().feeds(), source);
        session = new MailSession(source);
        try {
            folder = session.open(!work.manner().leaveInPlace());
        } catch (FetchFailure failed) {
            session.close();
            throw failed;
        }
    }

    private final class MailFile extends RemoteFile {
        private final Mail mail;
        private final Attachment attachment;

        MailFile(Mail mail, Attachment attachment) {
            this.mail = mail;
            this.attachment = attachment;
        }

        @Override
        public String name() {
            return attachment.name();
        }

        @Override
        public String place() {
            return placeOf(mail) + "/" + attachment.name();
        }

        @Override
        public String mark() {
            return markOf(mail, attachment);
        }

        @Override
        public Optional<RemoteFile> totals() {
            return mails.getOrDefault(mail, List.of()).stream()
                    .filter(each -> each.name().equals(attachment.name() + RowSource.TOTALS))
                    .findFirst()
                    .map(each -> new MailFile(mail, each));
        }

        @Override
        long maxBytes() {
            return source.wanted().maxBytes();
        }

        /** The server knows the size in base64, which takes four characters for three bytes and two for the end of a line. */
        @Override
        InputStream open() throws IOException, FileNotFetched {
            try {
                long size = attachment.part().getSize() * 3L / 4 * 76 / 78;
                if (size > maxBytes()) {
                    throw FileNotFetched.because(this, "too-large", size, maxBytes());
                }
                return attachment.part().getInputStream();
            } catch (MessagingException failed) {
                throw new IOException(failed);
            }
        }

        @Override
        FileNotFetched judge(IOException failed) throws FetchFailure {
            if (failed instanceof DecodingException || folder.isOpen()) {
                return FileNotFetched.because(this, "damaged", FetchFailure.said(failed));
            }
            throw session.judge(failed);
        }

        /** The server says before how long each piece is, and a mail does not change. */
        @Override
        void verify(long copied) {}
    }

    @Override
    public List<RemoteFile> files() throws FetchFailure {
        try {
            for (var message : messages()) {
                sort(message);
            }
        } catch (MessagingException failed) {
            throw session.judge(failed);
        }
        var wanted = new ArrayList<RemoteFile>();
        mails.forEach((mail, attachments) -> Mail.withoutTotals(attachments).stream()
                .filter(each -> source.senders().include(mail.from()) && glob.takes(each.name(), work.night()))
                .forEach(each -> wanted.add(new MailFile(mail, each))));
        var known = fetched.of(
                work.feed().name(), wanted.stream().map(RemoteFile::mark).toList());
        wanted.removeIf(file -> known.containsKey(file.mark()));
        return wanted;
    }

    /** All mails, with what tells whose they are and what they hold asked for at once. */
    private jakarta.mail.Message[] messages() throws MessagingException {
        var messages = folder.getMessages();
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.CONTENT_INFO);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        return messages;
    }

    private void sort(jakarta.mail.Message message) throws MessagingException {
        try {
            if (!message.isSet(Flags.Flag.DELETED)) {
                sort(Mail.of(message, folder.getUIDValidity() + "/" + folder.getUID(message)));
            }
        } catch (MessageRemovedException gone) {
            // somebody has taken it away while we looked
        }
    }

    private void sort(Mail mail) throws MessagingException {
        var trusting = box.trusting(mail.from());
        if (trusting.isEmpty()) {
            if (box.isFirst(work.feed())) {
                work.notice(placeOf(mail), Message.MAIL_OF_STRANGER, mail.sender(), mail.subject());
            }
            return;
        }
        var read = attachments(mail, trusting);
        if (read.isEmpty()) {
            return;
        }
        var attachments = read.get();
        boolean brings = Mail.withoutTotals(attachments).stream()
                .anyMatch(each -> !trusting.taking(each.name()).isEmpty());
        if (brings) {
            mails.put(mail, attachments);
        } else if (trusting.isFirst(work.feed())) {
            work.notice(placeOf(mail), Message.MAIL_WITHOUT_FILES, mail.sender(), mail.subject(), trusting.globs());
        }
    }

    /** The attachments; none and a word where the mail's form cannot be read. While the line holds that costs this mail only. */
    private Optional<List<Attachment>> attachments(Mail mail, BoxFeeds trusting) throws MessagingException {
        try {
            return Optional.of(mail.attachments());
        } catch (MessagingException damaged) {
            if (!folder.isOpen() || damaged instanceof MessageRemovedException) {
                throw damaged;
            }
            if (trusting.isFirst(work.feed())) {
                var why = FetchFailure.sentence("damaged", FetchFailure.said(damaged));
                work.notice(placeOf(mail), Message.FILE_NOT_FETCHED, why);
            }
            return Optional.empty();
        }
    }

    private String placeOf(Mail mail) {
        var uid = mail.id().substring(mail.id().indexOf('/') + 1);
        return RemoteFolder.location(source).orElse("") + "/" + uid;
    }

    private String markOf(Mail mail, Attachment attachment) {
        var server = source.server();
        return Mark.of(
                "imap", server.address(), server.user(), source.wanted().folder(), mail.id(), attachment.number());
    }

    @Override
    public Optional<RemoteFile> totalsOf(String name) {
        return Optional.empty();
    }

    @Override
    public void clear() {
        var done = mails.entrySet().stream()
                .filter(mail -> isKept(mail.getKey(), mail.getValue()))
                .map(mail -> mail.getKey().message())
                .toArray(jakarta.mail.Message[]::new);
        if (done.length == 0) {
            return;
        }
        try {
            session.moveDone(folder, done);
        } catch (MessagingException failed) {
            var why = FetchFailure.sentence("refused", FetchFailure.said(failed));
            work.notice(RemoteFolder.location(source).orElse(""), Message.NOT_CLEARED, why);
        }
    }

    /** Whether all that any feed wants of a mail is in the archive. */
    private boolean isKept(Mail mail, List<Attachment> attachments) {
        return Mail.withoutTotals(attachments).stream()
                .allMatch(each -> box.trusting(mail.from()).taking(each.name()).stream()
                        .allMatch(feed -> isKept(feed, markOf(mail, each))));
    }

    private boolean isKept(Feed feed, String mark) {
        return fetched.of(feed.name(), List.of(mark)).getOrDefault(mark, false);
    }

    @Override
    public void close() {
        session.close();
    }
}
