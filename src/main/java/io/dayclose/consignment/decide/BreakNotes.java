package io.dayclose.consignment.decide;

import io.dayclose.consignment.BreakState;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.money.Rounding;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people say that moves no money: it counts at once. Each must run in a transaction. */
public final class BreakNotes {
    private final JdbcTemplate jdbc;

    public BreakNotes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who says something, why, and on which day. */
    public record Said(String who, String reason, LocalDate on) {}

    /** Who follows a break from now on. */
    public void assign(long breakId, String owner, Said said) {
        jdbc.update("UPDATE break_item SET owner = ? WHERE break_id = ?", owner, breakId);
        event(breakId, said);
    }

    /** How a break stands now, such as with the carrier. */
    public void state(long breakId, BreakState state, Said said) {
        jdbc.update("UPDATE break_item SET state = ? WHERE break_id = ?", state.name(), breakId);
        event(breakId, said);
    }

    /** @throws Refusal when the break has ended, has changed since, or its amount was edited */
    public void requireUnchanged(Review review) {
        var now = jdbc
                .query(
                        """
                        SELECT b.is_open, b.amount, (SELECT COUNT(*) FROM break_event e WHERE e.break_id = b.break_id) FROM break_item b
                        WHERE b.break_key = ?""",
                        (row, n) -> row.getBoolean(1) ? row.getLong(3) + " " + row.getBigDecimal(2) : "-",
                        review.key())
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.usage(Problem.at(review.key(), Message.NO_SUCH_KEY, review.key())));
        var then = review.version() + " " + amount(review);
        if (!now.equals(then)) {
            throw Refusal.usage(Problem.at(review.key(), Message.STALE_ROW, review.key(), then, now));
        }
    }

    private static String amount(Review review) {
        var digits = review.amount().replaceAll("[,¥\\s]", "");
        return digits.matches("-?\\d+(\\.\\d+)?")
                ? Rounding.toFen(new BigDecimal(digits)).toPlainString()
                : review.amount();
    }

    private void event(long breakId, Said said) {
        jdbc.update("""
                INSERT INTO break_event (break_id, night, state, amount, age_days, basis, owner, why, who, reason, recon_id)
                SELECT b.break_id, ?, b.state, b.amount, NULL, b.basis, b.owner, b.why, ?, ?, 0 FROM break_item b WHERE b.break_id = ?""", lastDate(), said.who(), said.reason(), breakId);
    }

    private LocalDate lastDate() {
        var last = jdbc.queryForObject("SELECT MAX(as_of) FROM recon_run WHERE state = 'PUBLISHED'", LocalDate.class);
        return last == null ? LocalDate.EPOCH : last;
    }

    /** Never proposes these to each other again. */
    public void dismiss(List<Target> pair) {
        for (var owed : pair) {
            for (var other : pair) {
                if (owed instanceof OfReceivable item && !(other instanceof OfReceivable)) {
                    var source = other instanceof Target.OfLine line ? line.source() : other.token();
                    jdbc.update(
                            "INSERT IGNORE INTO dismissed_pair (debtor, one, other) VALUES (?, ?, ?)",
                            item.debtor(),
                            item.subject(),
                            source);
                }
            }
        }
    }

    /** The carrier of a waybill. */
    public String carrierOf(String waybill) {
        var carriers = jdbc.queryForList(
                "SELECT DISTINCT debtor FROM receivable WHERE kind = 'COD' AND subject = ?", String.class, waybill);
        if (carriers.size() != 1) {
            throw Refusal.usage(
                    carriers.isEmpty()
                            ? Problem.at("decide", Message.NO_SUCH_KEY, waybill)
                            : Problem.at("decide", Message.KEY_AMBIGUOUS, waybill, carriers.size(), carriers));
        }
        return carriers.get(0);
    }

    /** A shipment has left, as somebody has seen. */
    public void confirm(String carrier, String waybill, Said said) {
        jdbc.update(
                "INSERT IGNORE INTO confirmed_shipment (carrier_code, waybill_no, confirmed_on, who, reason) VALUES (?, ?, ?, ?, ?)",
                carrier,
                waybill,
                said.on(),
                said.who(),
                said.reason());
    }
}
