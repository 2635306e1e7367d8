package io.dayclose.intake;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.database.BulkWriter;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One feed on one night, and what taking it in works with.
 * Wide: all that one feed needs to know in one night.
 *
 * @param night the business date of the run
 * @param runNumber 1 for the first run of the night, more for re-runs
 * @param manner how the run wants it done
 * @param notices told of what is left out, with the reason
 */
public record FeedNight(
        Home home,
        Feed feed,
        LocalDate night,
        int runNumber,
        JdbcTemplate jdbc,
        BulkWriter bulk,
        Clock clock,
        Manner manner,
        Consumer<Problem> notices) {

    /**
     * How a run takes a feed in.
     *
     * @param leaveInPlace for a dry run: files are read where they lie
     * @param stopsWithoutSource whether a data source that is down fails the run, or only skips its feeds
     * @param takesOld whether records of any age are believed: a home begins, or makes up for the past
     */
    public record Manner(boolean leaveInPlace, boolean stopsWithoutSource, boolean takesOld) {}

    public FeedSchema schema() {
        return feed.schema();
    }

    /** A name for what each run of a night makes anew: a re-run tries again under a name of its own. */
    public String ofThisRun(String name) {
        return runNumber == 1 ? name : name + " " + runNumber;
    }

    /** The company's local time, to the second. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    public void notice(String place, Message message, Object... values) {
        notices.accept(Problem.at(place, message, values));
    }
}
