package io.dayclose.config.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a feed's records come from. */
public sealed interface FeedSource {
    /** What the names of its files look like; empty for a query. */
    default Optional<String> fileNames() {
        return Optional.empty();
    }

    /** Files in the inbox that match a glob, which may carry {@code {date}}. */
    record Files(String glob) implements FeedSource {
        @Override
        public Optional<String> fileNames() {
            return Optional.of(glob);
        }
    }

    /** A read-only query of the home against a named data source. {@code sql} is a path below {@code sql/}. */
    record Query(String dataSource, String sql) implements FeedSource {}

    /**
     * Files on somebody's SFTP server.
     *
     * @param hostKeys the fingerprints the server may show
     * @param done what becomes of a file there once it is in the archive
     */
    record Sftp(Server server, Wanted wanted, List<String> hostKeys, Login login, Done done) implements FeedSource {
        @Override
        public Optional<String> fileNames() {
            return Optional.of(wanted.glob());
        }
    }

    /**
     * Attachments of mails in a mailbox.
     *
     * @param certificate the fingerprint of the server's certificate; empty when authorities vouch for it
     * @param done the folder a mail is moved to once its files are in the archive
     */
    record Mailbox(
            Server server, Wanted wanted, Senders senders, Optional<String> certificate, Secret password, String done)
            implements FeedSource {
        @Override
        public Optional<String> fileNames() {
            return Optional.of(wanted.glob());
        }

        /** Whether another feed reads the same mails. */
        public boolean isSameBox(Mailbox other) {
            return server.address().equalsIgnoreCase(other.server.address())
                    && server.user().equals(other.server.user())
                    && wanted.folder().equals(other.wanted.folder());
        }
    }

    /**
     * A server and how to speak to it.
     *
     * @param place where it stands in the feed's file
     * @param timeout how long it may be silent
     */
    record Server(String place, String host, int port, String user, Duration timeout) {
        public String address() {
            return host + ":" + port;
        }
    }

    /** What is looked for: the files of a folder that match a glob, none of them larger than some megabytes. */
    record Wanted(String folder, String glob, int maxMegabytes) {
        private static final long MEGABYTE = 1_000_000;

        public long maxBytes() {
            return maxMegabytes * MEGABYTE;
        }
    }

    /** What proves to a server who we are; empty is what is not used. A key is its text or the path of its file. */
    record Login(Secret password, Secret privateKey, Secret passphrase) {}

    /** What becomes of a file on the server: it stays, is deleted, or is moved to a folder. */
    record Done(boolean delete, Optional<String> moveTo) {
        public static final Done STAYS = new Done(false, Optional.empty());

        public boolean stays() {
            return !delete && moveTo.isEmpty();
        }
    }

    /** A password or key: never printed. */
    record Secret(String value) {
        public boolean isEmpty() {
            return value.isEmpty();
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
