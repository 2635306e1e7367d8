package io.dayclose.run;

import io.dayclose.run.Run.State;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Runs of the job {@code night} that are known, in place of their table: what {@link RunStore} asks of it before a run. */
final class KnownRuns extends JdbcTemplate {
    private final List<Run> runs = new ArrayList<>();

    /** @param fromStep empty for a run that is whole */
    KnownRuns with(String date, State state, String fromStep) {
        var first = Optional.of(fromStep).filter(step -> !step.isEmpty());
        runs.add(new Run(1, "night", LocalDate.parse(date), 1, state, 1, "", 0, LocalDateTime.MIN, first));
        return this;
    }

    private Stream<Run> of(@Nullable Object[] values) {
        return runs.stream()
                .filter(run -> run.job().equals(values[0]))
                .filter(run -> values.length == 1 || run.date().equals(values[1]));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> query(String sql, RowMapper<T> rows, @Nullable Object... values) {
        return (List<T>) of(values).toList();
    }

    @Override
    public <T> List<T> queryForList(String sql, Class<T> type, @Nullable Object... values) {
        return of(values)
                .filter(run -> run.state() == State.COMPLETED)
                .map(run -> type.cast(1))
                .toList();
    }

    @Override
    public <T> @Nullable T queryForObject(String sql, Class<T> type, @Nullable Object... values) {
        return of(values)
                .map(Run::date)
                .min(Comparator.naturalOrder())
                .map(type::cast)
                .orElse(null);
    }
}
