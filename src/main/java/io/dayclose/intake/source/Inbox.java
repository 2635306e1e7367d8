package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.read.IgnoredFiles;
import io.dayclose.intake.read.RowSource;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the files of a feed that lie complete in the inbox. */
final class Inbox {
    /** Ends the name of an empty file that says that the file beside it is whole. */
    static final String DONE = ".done";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Path folder;
    private final Clock clock;
    private final Consumer<Problem> notices;

    Inbox(Path home, Clock clock, Consumer<Problem> notices) {
        folder = home.resolve("inbox");
        this.clock = clock;
        this.notices = notices;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The names of the files a night takes, in order of their names. */
    List<String> complete(Feed feed, FeedSource.Files source, LocalDate night) {
        var glob = new FileGlob(source.glob());
        return complete(name -> glob.takes(name, night), feed.complete());
    }

    List<String> complete(Predicate<String> wanted, Feed.Completeness completeness) {
        return names().stream()
                .filter(wanted)
                .filter(name -> isComplete(name, completeness))
                .toList();
    }

    boolean lies(FeedSource.Files source, String branch, LocalDate date) {
        var glob = new FileGlob(source.glob());
        return names().stream()
                .filter(name -> glob.takes(name, date))
                .filter(name -> branch.isEmpty()
                        || glob.branch(name).filter(branch::equals).isPresent())
                .anyMatch(name ->
                        glob.date(name).filter(named -> !named.equals(date)).isEmpty());
    }

    /** The files no feed's name takes, on this night or another; markers beside taken files are no files of their own. */
    static List<String> ofNoFeed(Home home) {
        var globs = home.feeds().stream()
                .map(Feed::source)
                .filter(FeedSource.Files.class::isInstance)
                .map(source -> new FileGlob(((FeedSource.Files) source).glob()))
                .toList();
        var inbox = new Inbox(home.files().folder(), Clock.systemUTC(), problem -> {});
        return inbox.names().stream()
                .filter(name -> !name.endsWith(DONE) && !name.startsWith("."))
                .filter(name -> !name.endsWith(RowSource.TOTALS)
                        || Files.notExists(inbox.path(name.replaceFirst("\\.ctl$", ""))))
                .filter(name -> !CorrectedCollector.isMended(home, name) && !ReturnedWorkbook.isSentBack(home, name))
                .filter(name -> globs.stream().noneMatch(glob -> glob.takes(name, LocalDate.MAX)))
                .toList();
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !IgnoredFiles.isOne(name))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isComplete(String name, Feed.Completeness complete) {
        boolean whole = complete.doneMarker()
                ? Files.exists(folder.resolve(name + DONE))
                : isStable(name, complete.stableSeconds());
        if (!whole) {
            notices.accept(Problem.at("inbox/" + name, Message.FILE_NOT_COMPLETE));
        }
        return whole;
    }

    /** A file untouched for long enough is taken at once; a younger one is watched until it is. */
    private boolean isStable(String name, int seconds) {
        try {
            var file = folder.resolve(name);
            var before = state(file);
            var deadline = before.time().toInstant().plusSeconds(seconds);
            while (Instant.now(clock).isBefore(deadline)
                    && Duration.between(Instant.now(clock), deadline).getSeconds() <= seconds) {
                Thread.sleep(LOOK_AGAIN.toMillis());
                if (!state(file).equals(before)) {
                    return false;
                }
            }
            return true;
        } catch (IOException vanished) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record State(FileTime time, long size) {}

    private static State state(Path file) throws IOException {
        return new State(Files.getLastModifiedTime(file), Files.size(file));
    }
}
