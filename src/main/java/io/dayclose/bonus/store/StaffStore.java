package io.dayclose.bonus.store;

import io.dayclose.bonus.Participant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who works for us on a day, and in which role, branch and outlet. */
public final class StaffStore {
    private final JdbcTemplate jdbc;

    public StaffStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their codes. First and last day are both working days. */
    public List<Participant> on(LocalDate day) {
        return jdbc.query(
                """
                SELECT person_code, role, branch_code, outlet_code FROM person_dated
                WHERE valid_from <= ? AND valid_until > ?
                  AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on >= ?)
                ORDER BY person_code""",
                (row, n) -> new Participant(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)).filter(code -> !code.isEmpty())),
                day,
                day,
                day,
                day);
    }
}
