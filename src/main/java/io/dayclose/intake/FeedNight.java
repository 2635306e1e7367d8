package io.dayclose.intake;

import io.dayclose.config.Home;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.database.BulkWriter;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One feed on one night, and what taking it in works with.
 *
 * @param night the business date of the run
 * @param runNumber 1 for the first run of the night, more for re-runs
 * @param leaveInPlace for a dry run: files are read where they lie
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
        boolean leaveInPlace,
        Consumer<Problem> notices) {

    public FeedSchema schema() {
        return feed.schema();
    }

    public void notice(String place, Message message, Object... values) {
        notices.accept(Problem.at(place, message, values));
    }
}
