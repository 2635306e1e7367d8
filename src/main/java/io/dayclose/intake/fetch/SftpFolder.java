package io.dayclose.intake.fetch;

import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.read.RowSource;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;

/** The files in a folder of an SFTP server. */
final class SftpFolder implements RemoteFolder {
    /** Ends the name of an empty file that says that the file beside it is whole. */
    private static final String DONE = ".done";

    private final FeedNight work;
    private final FeedSource.Sftp source;
    private final Fetched fetched;
    private final FileGlob glob;
    private final SftpSession session;
    private Map<String, Seen> listing = Map.of();

    SftpFolder(FeedNight work, FeedSource.Sftp source, Fetched fetched) throws FetchFailure {
        this.work = work;
        this.source = source;
        this.fetched = fetched;
        glob = new FileGlob(source.wanted().glob());
        session = new SftpSession(source);
    }

    /** A file as it was seen: its size and the second it was changed in. */
    private record Seen(String name, long size, long time) {}

    private final class SftpFile extends RemoteFile {
        private final Seen seen;

        SftpFile(Seen seen) {
            this.seen = seen;
        }

        @Override
        public String name() {
            return seen.name();
        }

        @Override
        public String place() {
            return placeOf(seen.name());
        }

        @Override
        public String mark() {
            return markOf(seen);
        }

        @Override
        public Optional<RemoteFile> totals() {
            return totalsOf(seen.name());
        }

        @Override
        long maxBytes() {
            return source.wanted().maxBytes();
        }

        @Override
        InputStream open() throws IOException, FileNotFetched {
            if (seen.size() > maxBytes()) {
                throw FileNotFetched.because(this, "too-large", seen.size(), maxBytes());
            }
            return session.read(path(seen.name()));
        }

        @Override
        FileNotFetched judge(IOException failed) throws FetchFailure {
            if (failed instanceof SftpException refused) {
                return SftpSession.isMissing(refused)
                        ? FileNotFetched.stillWritten(this)
                        : FileNotFetched.because(this, "refused", FetchFailure.said(refused));
            }
            throw session.judge(failed);
        }

        @Override
        void verify(long copied) throws FetchFailure, FileNotFetched {
            try {
                if (copied != seen.size() || !isAsSeen(seen)) {
                    throw FileNotFetched.stillWritten(this);
                }
            } catch (IOException failed) {
                throw judge(failed);
            }
        }
    }

    @Override
    public List<RemoteFile> files() throws FetchFailure {
        listing = look();
        var wanted = listing.values().stream()
                .filter(seen -> glob.takes(seen.name(), work.night()) && !isBeside(seen.name()))
                .toList();
        var known =
                fetched.of(work.feed().name(), wanted.stream().map(this::markOf).toList());
        var fresh =
                wanted.stream().filter(seen -> !known.containsKey(markOf(seen))).toList();
        var whole = whole(fresh);
        fresh.stream()
                .filter(seen -> !whole.contains(seen))
                .forEach(seen -> work.notice(placeOf(seen.name()), Message.FILE_NOT_COMPLETE));
        return whole.stream().<RemoteFile>map(SftpFile::new).toList();
    }

    /** Whether a file says something of another one and is none of its own. */
    private boolean isBeside(String name) {
        return name.endsWith(DONE)
                || name.endsWith(RowSource.TOTALS)
                        && listing.containsKey(name.substring(0, name.length() - RowSource.TOTALS.length()));
    }

    /** The server's clock is not ours: only a second look tells whether a file is still being written. */
    private List<Seen> whole(List<Seen> fresh) throws FetchFailure {
        if (fresh.isEmpty()) {
            return fresh;
        }
        if (work.feed().complete().doneMarker()) {
            return fresh.stream()
                    .filter(seen -> listing.containsKey(seen.name() + DONE))
                    .toList();
        }
        pause(Duration.ofSeconds(work.feed().complete().stableSeconds()));
        listing = look();
        return fresh.stream()
                .filter(seen -> seen.equals(listing.get(seen.name())))
                .toList();
    }

    /** Waits, with a word now and then: a server hangs up on who is silent for long. */
    private void pause(Duration time) throws FetchFailure {
        long step = Math.max(500, source.server().timeout().toMillis() / 2);
        try {
            for (long left = time.toMillis(); left > 0; left -= step) {
                Thread.sleep(Math.min(left, step));
                session.stat(source.wanted().folder());
            }
        } catch (IOException failed) {
            throw session.judge(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Seen> look() throws FetchFailure {
        var found = new TreeMap<String, Seen>();
        int depth = (int) source.wanted().glob().chars().filter(c -> c == '/').count();
        look("", depth, found);
        return found;
    }

    private void look(String below, int depth, Map<String, Seen> found) throws FetchFailure {
        for (var entry : session.list(below.isEmpty() ? source.wanted().folder() : path(below))) {
            var name = below + entry.getFilename();
            if (entry.getAttributes().isRegularFile()) {
                found.put(name, seen(name, entry.getAttributes()));
            } else if (entry.getAttributes().isDirectory() && depth > 0 && !isDoneFolder(name)) {
                look(name + "/", depth - 1, found);
            }
        }
    }

    private boolean isDoneFolder(String name) {
        return source.done().moveTo().filter(name::equals).isPresent();
    }

    private static Seen seen(String name, SftpClient.Attributes attributes) {
        var time = attributes.getModifyTime();
        return new Seen(name, attributes.getSize(), time == null ? 0 : time.toMillis() / 1000);
    }

    private boolean isAsSeen(Seen seen) throws IOException {
        return seen(seen.name(), session.stat(path(seen.name()))).equals(seen);
    }

    private String path(String name) {
        return source.wanted().folder().replaceFirst("/$", "") + "/" + name;
    }

    private String placeOf(String name) {
        return RemoteFolder.location(source).orElse("") + "/" + name;
    }

    private String markOf(Seen seen) {
        return Mark.of(
                "sftp", source.server().address(), source.wanted().folder(), seen.name(), seen.size(), seen.time());
    }

    @Override
    public Optional<RemoteFile> totalsOf(String name) {
        return Optional.ofNullable(listing.get(name + RowSource.TOTALS)).map(SftpFile::new);
    }

    @Override
    public void clear() {
        if (source.done().stays()) {
            return;
        }
        var ours = listing.values().stream()
                .filter(seen -> glob.takes(seen.name(), LocalDate.MAX) && !isBeside(seen.name()))
                .toList();
        var known =
                fetched.of(work.feed().name(), ours.stream().map(this::markOf).toList());
        for (var seen : ours) {
            if (known.getOrDefault(markOf(seen), false) && !clear(seen)) {
                return;
            }
        }
    }

    /** Clears a file and what lies beside it; false when it cannot be done, which is told once. */
    private boolean clear(Seen seen) {
        try {
            if (isAsSeen(seen)) {
                clear(seen.name());
                for (var beside : List.of(seen.name() + RowSource.TOTALS, seen.name() + DONE)) {
                    if (listing.containsKey(beside)) {
                        clear(beside);
                    }
                }
            }
            return true;
        } catch (IOException failed) {
            var why = failed instanceof SftpException refused
                    ? FetchFailure.sentence("refused", FetchFailure.said(refused))
                    : session.judge(failed).why();
            tell(seen, why);
            return false;
        }
    }

    private void tell(Seen seen, Bilingual why) {
        work.notice(placeOf(seen.name()), Message.NOT_CLEARED, why);
    }

    private void clear(String name) throws IOException {
        if (source.done().delete()) {
            session.delete(path(name));
        } else {
            session.move(path(name), freePlace(name));
        }
    }

    private String freePlace(String name) throws IOException {
        var folder = path(source.done().moveTo().orElseThrow());
        if (!session.exists(folder)) {
            session.createFolder(folder);
        }
        var plain = name.replace('/', '_');
        var place = folder + "/" + plain;
        for (int n = 2; session.exists(place); n++) {
            place = folder + "/" + n + "-" + plain;
        }
        return place;
    }

    @Override
    public void close() {
        session.close();
    }
}
