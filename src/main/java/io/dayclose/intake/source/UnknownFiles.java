package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.read.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files of the archive that the database has never heard of: it is older than they are, as after a restore, or another one. A night
 * without them would be closed without what they hold.
 */
public final class UnknownFiles {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String NUMBER = "^\\d+-";

    /** In a name that this machine's locale cannot read: which file it is nobody can tell, and DC-207 is said of it already. */
    private static final String UNREADABLE = "\uFFFD";

    private final Home home;
    private final JdbcTemplate jdbc;
    private final Path archive;

    public UnknownFiles(Home home, JdbcTemplate jdbc) {
        this.home = home;
        this.jdbc = jdbc;
        archive = home.files().folder().resolve("archive");
    }

    /**
     * One of them.
     *
     * @param night the folder it lies in
     * @param folder its feed, or the folder of mended workbooks or of those with decisions
     */
    public record Unknown(LocalDate night, String folder, String name) {
        public String place() {
            return "archive/" + night + "/" + folder + "/" + name;
        }
    }

    /** All of them, oldest first. Results of queries are asked for again, and need nobody. */
    public List<Unknown> all() {
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        var known = new HashSet<>(
                jdbc.queryForList("SELECT archived_as FROM feed_source WHERE archived_as IS NOT NULL", String.class));
        known.addAll(jdbc.queryForList("SELECT archived_as FROM decided_file", String.class));
        return files(archive, Files::isDirectory)
                .filter(night -> night.getFileName().toString().matches(DATE))
                .flatMap(night -> ofNight(night, known))
                .toList();
    }

    private Stream<Unknown> ofNight(Path night, Set<String> known) {
        var date = LocalDate.parse(night.getFileName().toString());
        return files(night, Files::isDirectory)
                .filter(folder -> brings(date, folder.getFileName().toString()))
                .flatMap(folder -> files(folder, Files::isRegularFile)
                        .map(file -> new Unknown(
                                date,
                                folder.getFileName().toString(),
                                file.getFileName().toString())))
                .filter(file ->
                        !file.name().endsWith(RowSource.TOTALS) && !file.name().endsWith(Archive.PARTIAL))
                .filter(file -> !known.contains(file.place()) && !file.name().contains(UNREADABLE));
    }

    private boolean brings(LocalDate night, String folder) {
        return folder.equals(CorrectedCollector.FEED)
                || folder.equals(ReturnedWorkbook.FOLDER) && night.isAfter(decisionsKnownFrom())
                || feed(folder)
                        .filter(feed -> !(feed.source() instanceof FeedSource.Query))
                        .isPresent();
    }

    private LocalDate decisionsKnownFrom() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COALESCE(MAX(night), '1000-01-01') FROM decided_file WHERE archived_as = ''", LocalDate.class));
    }

    private static Stream<Path> files(Path folder, Predicate<Path> which) {
        try (var all = Files.list(folder)) {
            return all.filter(which).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Feed> feed(String name) {
        return home.feeds().stream().filter(feed -> feed.name().equals(name)).findFirst();
    }

    /** The feed it is for; none of a workbook that people have filled in. */
    public Optional<Feed> feed(Unknown file) {
        return feed(file.folder());
    }

    /** Registers it for a night of its feed, to be read where it lies. */
    public void queue(FeedNight night, Unknown file) {
        var glob = night.feed().source() instanceof FeedSource.Files files ? files.glob() : "*";
        var came = new Registrar.Came(nameOnArrival(file.name(), new FileGlob(glob)), file.place(), glob, null);
        try {
            new Registrar(night).register(came, home.files().resolve(file.place()), file.place());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts a workbook that people have filled in back where those come in, under the name they know it by. */
    public void sendBack(Unknown file) {
        var name = ReturnedWorkbook.nameOnArrival(home, file.name());
        var inbox = home.files().resolve("inbox");
        for (int n = 2; Files.exists(inbox.resolve(name)); n++) {
            name = name.replaceFirst("(-\\d+)?(\\.[^.]*)$", "-" + n + "$2");
        }
        try {
            Files.createDirectories(inbox);
            Files.move(home.files().resolve(file.place()), inbox.resolve(name));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The archive numbers what has the name of another, and writes the folders of a name into it. */
    private static String nameOnArrival(String name, FileGlob glob) {
        var plain = List.of(name, name.replaceFirst(NUMBER, ""));
        var candidates = new ArrayList<>(plain);
        for (var each : plain) {
            for (int at = each.indexOf('_'); at >= 0; at = each.indexOf('_', at + 1)) {
                candidates.add(each.substring(0, at) + "/" + each.substring(at + 1));
            }
        }
        return candidates.stream()
                .filter(each -> glob.takes(each, LocalDate.MAX))
                .findFirst()
                .orElse(name);
    }
}
