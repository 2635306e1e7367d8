package io.dayclose.intake.source;

import io.dayclose.config.Home;
import io.dayclose.config.Report;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.read.Rows;
import io.dayclose.intake.read.UnreadableFile;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Arrival;
import io.dayclose.intake.source.SourceStore.Bytes;
import io.dayclose.intake.source.SourceStore.Label;
import io.dayclose.intake.source.SourceStore.Source;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import io.dayclose.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects workbooks of returned vouchers that people have mended and sent back: each sheet becomes a source of its feed.
 * Known by the report's title, with which its file name begins whatever a mail program has added to the end.
 */
public final class CorrectedCollector {
    /** What such a workbook is put under as a whole. */
    static final String FEED = "returned-vouchers";

    private final FeedNight work;
    private final SourceStore sources;
    private final Archive archive;
    private final Inbox inbox;

    /** @param work of any feed: all of them are collected for */
    public CorrectedCollector(FeedNight work) {
        this.work = work;
        sources = new SourceStore(work.jdbc());
        archive = new Archive(work.home().files().folder());
        inbox = new Inbox(work.home().files().folder(), work.clock(), work.notices());
    }

    /** Whether a file in the inbox is such a workbook. */
    static boolean isMended(Home home, String name) {
        return ReturnedWorkbook.of(
                home.reports().values().stream().filter(Report::mend).toList(), name);
    }

    /** Registers and moves every mended workbook that lies complete in the inbox. */
    public void collect() {
        try {
            for (var name : inbox.complete(name -> isMended(work.home(), name), Feed.Completeness.STABLE)) {
                take(name);
            }
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    private void take(String name) throws IOException {
        var sha256 = Archive.sha256(inbox.path(name));
        var place = work.manner().leaveInPlace()
                ? "inbox/" + name
                : archive.place(work.night(), FEED, name.replace('/', '_'));
        var before = sources.mendedBefore(sha256);
        if (before.filter(earlier -> Files.notExists(archive.path(earlier.name())))
                .isPresent()) {
            place = before.get().name();
        } else {
            sources.register(found(name, new Bytes(sha256, Files.size(inbox.path(name)), place, Label.NONE)));
        }
        if (!work.manner().leaveInPlace()) {
            archive.move(inbox.path(name), place);
        }
    }

    /** The workbook's sheets as sources of their feeds; a workbook that has none, or came before, stands for itself. */
    private List<Source> found(String name, Bytes bytes) {
        var before = sources.mendedBefore(bytes.sha256());
        if (before.isPresent()) {
            work.notice(
                    "inbox/" + name,
                    Message.DUPLICATE_FILE,
                    before.get().name(),
                    before.get().night());
            return List.of(source(FEED, name, bytes, SourceState.DUPLICATE));
        }
        sources.readElsewhere(FEED, bytes.sha256());
        try {
            var sheets = sheets(name, bytes);
            if (!sheets.isEmpty()) {
                return sheets;
            }
            work.notice("inbox/" + name, Message.NOTHING_MENDED);
        } catch (IOException damaged) {
            work.notice(
                    "inbox/" + name,
                    Message.FILE_UNREADABLE,
                    UnreadableFile.of(damaged).why());
        }
        return List.of(source(FEED, name, bytes, SourceState.UNREADABLE));
    }

    private List<Source> sheets(String name, Bytes bytes) throws IOException {
        var found = new ArrayList<Source>();
        for (var sheet :
                Rows.sheets(inbox.path(name), work.home().company().mail().maxMegabytes())) {
            work.home().feeds().stream()
                    .filter(feed -> isNamed(feed, sheet.replaceFirst(" \\(\\d+\\)$", "")))
                    .map(feed -> source(feed.name(), name + " · " + sheet, bytes.of(sheet), SourceState.TAKEN))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isNamed(Feed feed, String sheet) {
        var name = Texts.named("feed").getOrDefault(feed.name(), Bilingual.same(feed.name()));
        return sheet.equals(name.zh()) || sheet.equals(name.en()) || sheet.equals(feed.name());
    }

    private Source source(String feed, String name, Bytes bytes, SourceState state) {
        var free = sources.freeName(feed, work.night(), name);
        return new Source(new Arrival(feed, work.night(), Kind.MENDED, free, work.now()), bytes, state);
    }
}
