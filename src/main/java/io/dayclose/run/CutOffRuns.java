package io.dayclose.run;

import io.dayclose.database.NamedLock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs that are said to be running although nobody holds their lock: their process has ended, or its machine. */
public final class CutOffRuns {
    private CutOffRuns() {}

    private record Running(long id, String job, LocalDate date) {}

    /** Their numbers in the table of runs. */
    public static List<Long> in(DataSource dataSource) {
        return new JdbcTemplate(dataSource)
                        .query(
                                "SELECT run_id, job, business_date FROM job_run WHERE state = 'RUNNING'",
                                (row, n) -> new Running(
                                        row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)))
                        .stream()
                        .filter(run -> !NamedLock.isTaken(dataSource, RunPreconditions.lockOf(run.job(), run.date())))
                        .map(Running::id)
                        .toList();
    }
}
