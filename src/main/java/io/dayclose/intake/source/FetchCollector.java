package io.dayclose.intake.source;

import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.fetch.FetchFailure;
import io.dayclose.intake.fetch.FileNotFetched;
import io.dayclose.intake.fetch.RemoteFile;
import io.dayclose.intake.fetch.RemoteFolder;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Arrival;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Shortened;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what a feed has on a server: copied to a file that no one reads, registered, put into its place, and only then
 * cleared away there. Cut off at any point, the next try goes on from what is registered.
 */
final class FetchCollector {
    private static final int LONGEST_NAME = 240;

    private final FeedNight work;
    private final Archive archive;
    private final SourceStore sources;
    private final FetchedStore fetched;
    private final String feed;
    private final List<String> faulty = new ArrayList<>();

    FetchCollector(FeedNight work, Archive archive) {
        this.work = work;
        this.archive = archive;
        sources = new SourceStore(work.jdbc());
        fetched = new FetchedStore(work.jdbc(), archive);
        feed = work.feed().name();
    }

    void collect() throws IOException {
        finishMoves();
        try (var folder = RemoteFolder.open(work, fetched).orElseThrow()) {
            fetched.forgetSkipped(feed, work.night());
            for (var file : folder.files()) {
                take(file);
            }
            adoptLateTotals(folder);
            if (!work.manner().leaveInPlace()) {
                folder.clear();
            }
            faulty.forEach(name -> sources.skipped(skipped(sources.freeName(feed, work.night(), name))));
        } catch (FetchFailure down) {
            skip(down);
        }
    }

    /** What was registered when the program died is put into its place; what was not is fetched anew. */
    private void finishMoves() throws IOException {
        if (work.manner().leaveInPlace()) {
            return;
        }
        for (var row : fetched.of(feed, work.night())) {
            var copy = copyOf(row.mark());
            if (Files.exists(copy) && !Files.exists(archive.path(row.archivedAs()))) {
                finish(copy, row.archivedAs());
            }
        }
        for (var left : archive.partials(work.night(), feed)) {
            Files.delete(left);
        }
    }

    private void take(RemoteFile file) throws IOException, FetchFailure {
        var copy = copyOf(file.mark());
        if (isCopied(file, copy)) {
            var place = place(file);
            var glob = work.feed().source().fileNames().orElse("");
            new Registrar(work).register(new Registrar.Came(file.name(), file.place(), glob, file.mark()), copy, place);
            finish(copy, place);
        }
    }

    /** Copies a file and its totals; what breaks off leaves nothing behind, and what cannot be had is told. */
    private boolean isCopied(RemoteFile file, Path copy) throws IOException, FetchFailure {
        boolean whole = false;
        try {
            copy(file, copy);
            if (work.feed().controls().isPresent() && file.totals().isPresent()) {
                copy(file.totals().get(), totalsOf(copy));
            }
            whole = true;
        } catch (FileNotFetched left) {
            work.notices().accept(left.problem());
            if (left.isFault()) {
                faulty.add(file.name());
            }
        } finally {
            if (!whole) {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(totalsOf(copy));
            }
        }
        return whole;
    }

    /** The totals beside a file go first: a file in the archive has all that belongs to it. */
    private void finish(Path copy, String place) throws IOException {
        if (Files.exists(totalsOf(copy))) {
            archive.move(totalsOf(copy), place + RowSource.TOTALS);
        }
        archive.move(copy, place);
    }

    /** The bytes are on the disk before anything is said of them: what is deleted elsewhere must not be lost here. */
    private static void copy(RemoteFile file, Path target) throws IOException, FetchFailure, FileNotFetched {
        Files.createDirectories(target.getParent());
        try (var channel = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(channel)) {
            file.copyTo(out);
            channel.force(true);
        }
    }

    private String place(RemoteFile file) {
        var name = held(file);
        return work.manner().leaveInPlace()
                ? archive.trialPlace(feed, file.mark().substring(0, 8) + "-" + name)
                : archive.place(work.night(), feed, name);
    }

    /** Its name; where this computer's disk does not hold such a one, its mark with the name's ending. */
    private String held(RemoteFile file) {
        var name = file.name().replace('/', '_');
        try {
            archive.path(name);
            if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
                return name;
            }
        } catch (InvalidPathException notInThisEncoding) {
            // the register keeps the name
        }
        return file.mark().substring(0, 16) + name.replaceFirst("(?s).*?(\\.\\w{1,8}(\\.gz)?)?$", "$1");
    }

    private Path copyOf(String mark) {
        var folder = work.manner().leaveInPlace() ? archive.trialPlace(feed, "") : archive.folder(work.night(), feed);
        return archive.path(folder + mark.substring(0, 16) + Archive.PARTIAL);
    }

    private static Path totalsOf(Path copy) {
        return copy.resolveSibling(
                copy.getFileName().toString().replace(Archive.PARTIAL, RowSource.TOTALS + Archive.PARTIAL));
    }

    /** Totals that come after their file let it out of quarantine, if they agree. */
    private void adoptLateTotals(RemoteFolder folder) throws IOException, FetchFailure {
        if (work.manner().leaveInPlace()) {
            return;
        }
        for (var file : sources.quarantined(feed, work.night()).entrySet()) {
            var kept = file.getValue();
            var totals = folder.totalsOf(Collector.nameOnArrival(kept.name()));
            if (totals.isPresent() && !Files.exists(archive.path(kept.archivedAs() + RowSource.TOTALS))) {
                adopt(totals.get(), kept.archivedAs() + RowSource.TOTALS);
                sources.leave(file.getKey(), SourceState.TAKEN);
            }
        }
    }

    private void adopt(RemoteFile totals, String place) throws IOException, FetchFailure {
        var copy = copyOf(totals.mark());
        try {
            copy(totals, copy);
            archive.move(copy, place);
        } catch (FileNotFetched left) {
            work.notices().accept(left.problem());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** What was not fetched tonight is fetched tomorrow: it is known by what is registered, not by a date. */
    private void skip(FetchFailure down) {
        var location = RemoteFolder.location(work.feed().source()).orElse("");
        var message = work.manner().stopsWithoutSource() ? Message.SERVER_DOWN : Message.SERVER_SKIPPED;
        var place = RemoteFolder.place(work.feed().source()).orElse("");
        var problem = Problem.at(place, message, feed, location, down.why());
        if (work.manner().stopsWithoutSource()) {
            throw Refusal.failed(problem);
        }
        sources.skipped(skipped(Shortened.to(location, LONGEST_NAME)));
        work.notices().accept(problem);
    }

    private Arrival skipped(String name) {
        return new Arrival(feed, work.night(), Kind.FILE, name, work.now());
    }
}
