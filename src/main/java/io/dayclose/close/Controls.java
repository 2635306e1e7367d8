package io.dayclose.close;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The first promise: of every source, what it states is what was read, and what was read is what was accounted for, by count and by amount. */
public final class Controls {
    private final JdbcTemplate jdbc;

    public Controls(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal naming the source and both figures where they differ */
    public void prove(String feed, LocalDate night) {
        jdbc.query(
                """
                SELECT name, COALESCE(stated_count, read_count) AS stated, read_count, accepted + corrected + duplicate + waiting + returned + refused AS counted, read_amount,
                       accepted_amount + corrected_amount + duplicate_amount + waiting_amount + returned_amount + refused_amount AS summed
                FROM feed_source WHERE feed = ? AND night = ? AND state = 'DONE'""",
                row -> {
                    var source = new Source(feed, row.getString("name"));
                    source.equal(Message.STATED_DIFFERS, row.getBigDecimal("stated"), row.getBigDecimal("read_count"));
                    source.equal(
                            Message.CONTROLS_DIFFER, row.getBigDecimal("read_count"), row.getBigDecimal("counted"));
                    source.equal(
                            Message.CONTROLS_DIFFER, row.getBigDecimal("read_amount"), row.getBigDecimal("summed"));
                },
                feed,
                night);
    }

    private record Source(String feed, String name) {
        void equal(Message message, BigDecimal one, BigDecimal other) {
            if (one.compareTo(other) != 0) {
                throw Refusal.failed(Problem.at("controls", message, feed, name, one, other, one.subtract(other)));
            }
        }
    }
}
