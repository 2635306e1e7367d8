package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Bytes;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects what a feed brings on a night: registers it, keeps its bytes, and leaves what is not complete. */
public final class Collector {
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Home home;
    private final SourceStore sources;
    private final Clock clock;
    private final Archive archive;
    private final Inbox inbox;
    private final Consumer<Problem> notices;
    private final boolean leaveInPlace;

    /**
     * @param notices told of files that are left out, with the reason
     * @param leaveInPlace for a dry run: files are read where they lie
     */
    public Collector(Home home, SourceStore sources, Clock clock, Consumer<Problem> notices, boolean leaveInPlace) {
        this.home = home;
        this.sources = sources;
        this.clock = clock;
        this.notices = notices;
        this.leaveInPlace = leaveInPlace;
        archive = new Archive(home.files().folder());
        inbox = new Inbox(home.files().folder(), clock, notices);
    }

    /** Does the collecting; what an interrupted run has registered already stays registered once. */
    public void collect(Feed feed, LocalDate night, int runNumber) {
        try {
            finishMoves(feed, night);
            stored(feed, night, Kind.WAITING, runNumber);
            if (feed.source() instanceof FeedSource.Files files) {
                for (var name : inbox.complete(feed, files, night)) {
                    take(feed, night, name);
                }
            } else if (feed.source() instanceof FeedSource.Query query) {
                query(feed, query, night, runNumber);
            }
            stored(feed, night, Kind.RETURNED, runNumber);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void stored(Feed feed, LocalDate night, Kind kind, int runNumber) {
        sources.registerStored(
                feed.name(), night, kind, named("(" + kind.name().toLowerCase(Locale.ROOT), runNumber) + ")", now());
    }

    private static String named(String name, int runNumber) {
        return runNumber == 1 ? name : name + " " + runNumber;
    }

    private void take(Feed feed, LocalDate night, String name) throws IOException {
        var file = inbox.path(name);
        var sha256 = Archive.sha256(file);
        var earlier = sources.earlier(feed.name(), sha256);
        earlier.ifPresent(
                same -> notices.accept(Problem.at("inbox/" + name, Message.DUPLICATE_FILE, same.name(), same.night())));
        var place = leaveInPlace ? "inbox/" + name : archive.place(night, feed.name(), name.replace('/', '_'));
        var bytes = new Bytes(sha256, Files.size(file), place);
        sources.registerFile(
                feed.name(), night, Kind.FILE, freeName(feed, night, name), bytes, earlier.isPresent(), now());
        if (!leaveInPlace) {
            archive.move(file, place);
            Files.deleteIfExists(inbox.path(name + ".done"));
        }
    }

    private String freeName(Feed feed, LocalDate night, String name) {
        var free = name;
        for (int n = 2; sources.exists(feed.name(), night, free); n++) {
            free = name + " #" + n;
        }
        return free;
    }

    /** A file registered just before a crash may still lie in the inbox: it is moved now. */
    private void finishMoves(Feed feed, LocalDate night) throws IOException {
        for (var input : sources.open(feed.name(), night)) {
            var name = input.name().replaceFirst(" #\\d+$", "");
            boolean missing = input.kind() == Kind.FILE && !Files.exists(archive.path(input.archivedAs()));
            if (missing && Files.exists(inbox.path(name))) {
                archive.move(inbox.path(name), input.archivedAs());
            }
        }
    }

    private void query(Feed feed, FeedSource.Query query, LocalDate night, int runNumber) throws IOException {
        var name = named(query.sql(), runNumber);
        if (sources.exists(feed.name(), night, name)) {
            return;
        }
        var started = now();
        var place =
                archive.place(night, feed.name(), named(feed.name(), runNumber).replace(' ', '-') + ".csv");
        var settings = Objects.requireNonNull(home.company().dataSources().get(query.dataSource()));
        var since = sources.watermark(feed.name()).orElse(BEGINNING);
        new QuerySpool(query.dataSource(), settings)
                .write(
                        feed.name(),
                        home.sql(query.sql()),
                        Map.of("business_date", night, "since", since),
                        archive.path(place));
        var bytes = new Bytes(Archive.sha256(archive.path(place)), Files.size(archive.path(place)), place);
        sources.registerFile(feed.name(), night, Kind.QUERY, name, bytes, false, started);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
