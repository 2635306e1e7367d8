package io.dayclose.inquiry;

import io.dayclose.intake.source.NightCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last runs of all dates or of one, latest first. */
public final class RunList {
    private final JdbcTemplate jdbc;

    public RunList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The runs, those whose process has ended without a word as {@code CUT_OFF}.
     *
     * @param cutOff their numbers
     * @param since the words before the time when such a run was last heard of
     */
    public Rows of(Optional<LocalDate> date, List<Long> cutOff, String since) {
        return JdbcClient.create(jdbc)
                .sql(InquirySql.of("runs").replace("$came", NightCounts.CAME))
                .param("date", date.orElse(null))
                .param("cut_off", cutOff.isEmpty() ? List.of(0L) : cutOff)
                .param("since", since)
                .query(new RowReader());
    }
}
