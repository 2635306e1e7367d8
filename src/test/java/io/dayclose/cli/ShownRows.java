package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code dayclose show} prints, without a shell. */
public final class ShownRows {
    private ShownRows() {}

    public static List<Map<String, String>> of(JdbcTemplate jdbc, String what, DateSpan span) {
        var all = new ArrayList<Map<String, String>>();
        Shown.valueOf(what.toUpperCase(Locale.ROOT)).query(jdbc, span).where(all::add);
        return all;
    }
}
