package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.Report;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.Rows;
import io.dayclose.intake.read.TableSigns;
import io.dayclose.intake.read.UnreadableFile;
import io.dayclose.intake.read.Wanted;
import io.dayclose.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Workbooks of reports in which people have filled in what they decide, dropped into the inbox. Known by the report's title, with
 * which the file name begins whatever a mail program has added to the end. A file is kept once its rows have been taken.
 */
public final class ReturnedWorkbook {
    /** Where they lie in a night's archive. */
    static final String FOLDER = "decisions";

    private final FeedNight work;
    private final Archive archive;
    private final Inbox inbox;

    /** @param work of any feed: its night, its clock and its notices */
    public ReturnedWorkbook(FeedNight work) {
        this.work = work;
        archive = new Archive(work.home().files().folder());
        inbox = new Inbox(work.home().files().folder(), work.clock(), work.notices());
    }

    /** Whether a file in the inbox is such a workbook: of a report with a column to decide in. */
    static boolean isSentBack(Home home, String name) {
        return of(home.reports().values().stream().filter(Report::decides).toList(), name);
    }

    /** The name that people know such a workbook by: without the number, or the folders, that an archive puts before it. */
    static String nameOnArrival(Home home, String file) {
        return titles(home.reports().values().stream())
                .map(file::indexOf)
                .filter(at -> at >= 0)
                .min(Comparator.naturalOrder())
                .map(file::substring)
                .orElse(file);
    }

    private static Stream<String> titles(Stream<Report> reports) {
        return reports.flatMap(report ->
                Stream.of(report.name(), report.title().zh(), report.title().en()));
    }

    /** Whether a workbook's name begins with that of one of the reports. */
    static boolean of(List<Report> reports, String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return file.endsWith(".xlsx") && titles(reports.stream()).anyMatch(file::startsWith);
    }

    /**
     * Hands over the rows of every such workbook that lies complete in the inbox, by the titles of their columns.
     *
     * @param isHeader tells the header of a sheet that is wanted
     */
    public void each(Predicate<List<String>> isHeader, BiConsumer<String, List<Map<String, String>>> take) {
        try {
            for (var name : inbox.complete(file -> isSentBack(work.home(), file), Feed.Completeness.STABLE)) {
                take.accept("inbox/" + name, rows(name, isHeader));
                var place = archive.place(work.night(), FOLDER, name.replace('/', '_'));
                work.jdbc()
                        .update(
                                "INSERT IGNORE INTO decided_file (archived_as, night) VALUES (?, ?)",
                                place,
                                work.night());
                archive.move(inbox.path(name), place);
            }
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private List<Map<String, String>> rows(String name, Predicate<List<String>> isHeader) {
        var found = new ArrayList<Map<String, String>>();
        int most = work.home().company().mail().maxMegabytes();
        try {
            var signs = TableSigns.of(isHeader);
            for (var sheet : Rows.sheets(inbox.path(name), most)) {
                var wanted = new Wanted(signs, Layout.CANONICAL.upTo(most), Optional.of(sheet), row -> false);
                try (var rows = Rows.open(inbox.path(name), wanted)) {
                    if (isHeader.test(rows.header())) {
                        read(rows, found);
                    }
                }
            }
        } catch (IOException damaged) {
            work.notice(
                    "inbox/" + name,
                    Message.FILE_UNREADABLE,
                    UnreadableFile.of(damaged).why());
        }
        return found;
    }

    private static void read(RowSource rows, List<Map<String, String>> found) throws IOException {
        for (var row = rows.next(); row != null; row = rows.next()) {
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(rows.header().size(), row.cells().length); i++) {
                cells.put(rows.header().get(i), row.cells()[i].strip());
            }
            cells.put("", Long.toString(row.line()));
            found.add(cells);
        }
    }
}
