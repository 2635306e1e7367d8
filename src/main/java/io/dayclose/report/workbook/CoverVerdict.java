package io.dayclose.report.workbook;

import io.dayclose.report.FeedState;
import io.dayclose.text.Texts;
import java.util.List;

/** Whether the data is complete: the verdict in words, and only what is not in order as rows. */
final class CoverVerdict {
    private final CoverSheet sheet;
    private final Texts texts;

    CoverVerdict(CoverSheet sheet, Texts texts) {
        this.sheet = sheet;
        this.texts = texts;
    }

    void write(List<FeedState> feeds) {
        var told = feeds.stream().filter(FeedState::isWorthTelling).toList();
        var missing = told.stream().filter(FeedState::isMissing).toList();
        long came = told.stream().filter(feed -> feed.came() > 0).count();
        long returned = told.stream().mapToLong(FeedState::returned).sum();
        sheet.heading(verdict(missing.size(), returned));
        sheet.words(
                sheet.plain(),
                texts.format(
                        "report.verdict.counts",
                        came + missing.size(),
                        came,
                        "%,d"
                                .formatted(told.stream()
                                        .mapToLong(FeedState::accepted)
                                        .sum()),
                        returned));
        if (!missing.isEmpty()) {
            rows(missing);
        }
        sheet.skip();
    }

    private String verdict(int missing, long returned) {
        if (missing > 0) {
            return texts.format("report.verdict.missing", missing);
        }
        return returned > 0 ? texts.format("report.verdict.returned", returned) : texts.format("report.verdict.whole");
    }

    private void rows(List<FeedState> missing) {
        sheet.row(sheet.header(), texts.format("report.feed"), texts.format("report.expected"));
        missing.forEach(feed -> sheet.row(sheet.bold(), texts.format("feed." + feed.feed()), feed.expected()));
    }
}
