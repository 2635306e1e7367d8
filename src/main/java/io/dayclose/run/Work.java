package io.dayclose.run;

import io.dayclose.config.Home;
import io.dayclose.database.BulkWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What every step works with. */
public record Work(
        Home home,
        DataSource dataSource,
        JdbcTemplate jdbc,
        BulkWriter bulk,
        Clock clock,
        @Nullable JavaMailSenderImpl smtp) {

    /** The company's local time, to the second. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(home.company().zone())).withNano(0);
    }

    /** The clock in the company's zone. */
    public Clock localClock() {
        return clock.withZone(home.company().zone());
    }
}
