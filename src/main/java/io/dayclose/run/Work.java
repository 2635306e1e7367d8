package io.dayclose.run;

import io.dayclose.config.Home;
import io.dayclose.database.BulkWriter;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.Supplier;
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
        Supplier<@Nullable JavaMailSenderImpl> mail) {

    /** What sends mails; null where no mail server is set. Made when it is first asked for. */
    public @Nullable JavaMailSenderImpl smtp() {
        return mail.get();
    }

    /** The company's local time, to the second. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(home.company().zone())).withNano(0);
    }

    /** The clock in the company's zone. */
    public Clock localClock() {
        return clock.withZone(home.company().zone());
    }
}
