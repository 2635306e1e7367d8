package io.dayclose.intake.source;

import io.dayclose.config.feed.FeedSource;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Arrival;
import io.dayclose.intake.source.SourceStore.Bytes;
import io.dayclose.intake.source.SourceStore.Label;
import io.dayclose.intake.source.SourceStore.Source;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;

/** Collects what a query brings. A data source that is down costs its own feeds only, unless the job wants it otherwise. */
final class QueryCollector {
    /** The source's clock may lag and its transactions may end late: what comes twice is a duplicate and does no harm. */
    private static final Duration OVERLAP = Duration.ofHours(2);

    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final FeedNight work;
    private final SourceStore sources;
    private final Archive archive;

    QueryCollector(FeedNight work, Archive archive) {
        this.work = work;
        this.archive = archive;
        sources = new SourceStore(work.jdbc());
    }

    /** Runs the query once per run; one that found its source down runs again when the run is tried again. */
    void collect(FeedSource.Query query) throws IOException {
        var name = work.ofThisRun(query.sql());
        if (sources.exists(work.feed().name(), work.night(), name)) {
            return;
        }
        var arrival = new Arrival(work.feed().name(), work.night(), Kind.QUERY, name, work.now());
        try {
            sources.register(new Source(arrival, write(query), SourceState.TAKEN));
            sources.answered(arrival.feed(), arrival.night());
        } catch (SQLException down) {
            skip(arrival, problem(query, down));
        }
    }

    private Bytes write(FeedSource.Query query) throws IOException, SQLException {
        var file = work.ofThisRun(work.feed().name()).replace(' ', '-') + ".csv";
        var place = work.manner().leaveInPlace()
                ? "out/dry-run/" + file
                : archive.place(work.night(), work.feed().name(), file);
        var settings =
                Objects.requireNonNull(work.home().company().dataSources().get(query.dataSource()));
        var since = sources.watermark(work.feed().name())
                .map(last -> last.minus(OVERLAP))
                .orElse(BEGINNING);
        var csv = new QuerySpool(settings)
                .write(
                        work.home().sql(query.sql()),
                        Map.of("business_date", work.night(), "since", since),
                        archive.path(place));
        return new Bytes(csv.sha256(), csv.size(), place, Label.NONE);
    }

    private Problem problem(FeedSource.Query query, SQLException down) {
        var message = work.manner().stopsWithoutSource() ? Message.SOURCE_DOWN : Message.SOURCE_SKIPPED;
        var why = String.valueOf(down.getMessage()).lines().findFirst().orElse("");
        return Problem.at("company.yml", message, work.feed().name(), query.dataSource(), why);
    }

    /** What was skipped tonight comes tomorrow: the watermark stands still until the source answers. */
    private void skip(Arrival arrival, Problem problem) {
        if (work.manner().stopsWithoutSource()) {
            throw Refusal.failed(problem);
        }
        sources.skipped(arrival);
        work.notices().accept(problem);
    }
}
