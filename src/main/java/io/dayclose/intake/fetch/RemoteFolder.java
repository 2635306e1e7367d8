package io.dayclose.intake.fetch;

import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import java.util.List;
import java.util.Optional;

/** A folder on a server, open for one feed on one night. */
public interface RemoteFolder extends AutoCloseable {

    /** The files that are whole and not registered yet, in order of their names; what is left is told. */
    List<RemoteFile> files() throws FetchFailure;

    /** The file of totals that lies beside a file now, whether or not that is still there. */
    Optional<RemoteFile> totalsOf(String name);

    /** Does with what is in the archive as the feed's file says. What fails is told and tried again by the next night. */
    void clear();

    @Override
    void close();

    /** Opens what a feed reads; empty when that is no server. */
    static Optional<RemoteFolder> open(FeedNight work, Fetched fetched) throws FetchFailure {
        if (work.feed().source() instanceof FeedSource.Sftp sftp) {
            return Optional.of(new SftpFolder(work, sftp, fetched));
        }
        if (work.feed().source() instanceof FeedSource.Mailbox box) {
            return Optional.of(new MailFolder(work, box, fetched));
        }
        return Optional.empty();
    }

    /** Tries whether a server lets us in and has the folder. */
    static void probe(FeedSource source) throws FetchFailure {
        if (source instanceof FeedSource.Sftp sftp) {
            try (var session = new SftpSession(sftp)) {
                session.list(sftp.wanted().folder());
            }
        }
        if (source instanceof FeedSource.Mailbox box) {
            try (var session = new MailSession(box)) {
                session.open(false);
            }
        }
    }

    /** Where a feed's files lie, for people; empty when that is no server. */
    static Optional<String> location(FeedSource source) {
        if (source instanceof FeedSource.Sftp sftp) {
            return Optional.of(
                    "sftp://" + sftp.server().address() + slashed(sftp.wanted().folder()));
        }
        if (source instanceof FeedSource.Mailbox box) {
            return Optional.of(
                    "imaps://" + box.server().address() + slashed(box.wanted().folder()));
        }
        return Optional.empty();
    }

    /** The place in a feed's file that names its server. */
    static Optional<String> place(FeedSource source) {
        if (source instanceof FeedSource.Sftp sftp) {
            return Optional.of(sftp.server().place());
        }
        return source instanceof FeedSource.Mailbox box
                ? Optional.of(box.server().place())
                : Optional.empty();
    }

    private static String slashed(String folder) {
        return folder.equals(".") ? "" : folder.startsWith("/") ? folder : "/" + folder;
    }
}
