package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Arrival;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects what a feed brings on a night: registers it, keeps its bytes, and leaves what is not complete. */
public final class Collector {
    private final FeedNight work;
    private final String feed;
    private final LocalDate night;
    private final SourceStore sources;
    private final Archive archive;
    private final Inbox inbox;

    public Collector(FeedNight work) {
        this.work = work;
        feed = work.feed().name();
        night = work.night();
        sources = new SourceStore(work.jdbc());
        archive = new Archive(work.home().files().folder());
        inbox = new Inbox(work.home().files().folder(), work.clock(), work.notices());
    }

    /** Collects; what an interrupted run has registered already stays registered once. */
    public void collect() {
        try {
            finishMoves();
            stored(Kind.WAITING);
            if (work.feed().source() instanceof FeedSource.Files files) {
                for (var name : inbox.complete(work.feed(), files, night)) {
                    take(name, files);
                }
            } else if (work.feed().source() instanceof FeedSource.Query query) {
                new QueryCollector(work, archive).collect(query);
            } else {
                new FetchCollector(work, archive).collect();
            }
            adoptLateTotals();
            if (work.runNumber() > 1) {
                sources.tryUnreadableAgain(feed, night);
            }
            new ReprocessingCollector(work).collect();
            stored(Kind.RETURNED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The register of what is derived anew, of the feed as its file stands now. */
    public static ReprocessingStore again(FeedNight work) {
        return ReprocessingCollector.of(work);
    }

    private void stored(Kind kind) {
        var name = work.ofThisRun("(" + kind.name().toLowerCase(Locale.ROOT)) + ")";
        sources.registerStored(new Arrival(feed, night, kind, name, work.now()));
    }

    private void take(String name, FeedSource.Files files) throws IOException {
        var place = work.manner().leaveInPlace() ? "inbox/" + name : archive.place(night, feed, name.replace('/', '_'));
        new Registrar(work)
                .register(new Registrar.Came(name, "inbox/" + name, files.glob(), null), inbox.path(name), place);
        if (!work.manner().leaveInPlace()) {
            move(name, place);
        }
    }

    /** The totals beside a file go first: a file in the archive has all that belongs to it. */
    private void move(String name, String place) throws IOException {
        var totals = inbox.path(name + RowSource.TOTALS);
        if (work.feed().controls().isPresent() && Files.exists(totals)) {
            archive.move(totals, place + RowSource.TOTALS);
        }
        archive.move(inbox.path(name), place);
        Files.deleteIfExists(inbox.path(name + Inbox.DONE));
    }

    /** The name a registered file came under, without the mark of one that came a second time. */
    static String nameOnArrival(String name) {
        return name.replaceFirst(" #\\d+$", "");
    }

    /** Totals that come after their file let it out of quarantine, if they agree. */
    private void adoptLateTotals() throws IOException {
        for (var file : sources.quarantined(feed, night).entrySet()) {
            var totals = inbox.path(nameOnArrival(file.getValue().name()) + RowSource.TOTALS);
            if (Files.exists(totals) && !work.manner().leaveInPlace()) {
                archive.move(totals, file.getValue().archivedAs() + RowSource.TOTALS);
                sources.leave(file.getKey(), SourceState.TAKEN);
            }
        }
    }

    /** A file registered just before a crash may still lie in the inbox: it is moved now. */
    private void finishMoves() throws IOException {
        for (var input : sources.open(feed, night)) {
            var name = nameOnArrival(input.name());
            boolean missing = input.kind() == Kind.FILE && !Files.exists(archive.path(input.archivedAs()));
            if (missing && Files.exists(inbox.path(name))) {
                move(name, input.archivedAs());
            }
        }
    }

    /** Whether a file of a feed, and of a branch unless that is empty, lies in the inbox for a date. */
    public static boolean liesInInbox(Home home, Feed feed, String branch, LocalDate date) {
        return feed.source() instanceof FeedSource.Files files
                && new Inbox(home.files().folder(), Clock.systemUTC(), problem -> {}).lies(files, branch, date);
    }

    /** Tells of files in the inbox that no feed takes: a slip in a name must not be a day without sales. */
    public static void tellStrays(Home home, Consumer<Problem> notices) {
        var globs = home.feeds().stream()
                .map(Feed::source)
                .filter(FeedSource.Files.class::isInstance)
                .map(source -> ((FeedSource.Files) source).glob())
                .collect(Collectors.joining(", "));
        Inbox.ofNoFeed(home)
                .forEach(name -> notices.accept(Problem.at("inbox/" + name, Message.FILE_OF_NO_FEED, globs)));
    }
}
