package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import io.dayclose.inquiry.ListQuery;
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
        ListQuery.valueOf(what.toUpperCase(Locale.ROOT)).rows(jdbc, span).where(all::add);
        return all;
    }
}
