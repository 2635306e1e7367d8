package io.dayclose.commission;

import io.dayclose.commission.LineGates.Sold;
import io.dayclose.config.plan.PlanVersion;
import java.time.LocalDate;

/**
 * Which of an account's lines are summed together: those that every rule treats alike.
 *
 * @param version the first day of the plan's version that pays them
 * @param unit the outlet where a fixed amount is paid for each, else empty
 * @param soldOn the day of the sale where gates ask for it; {@link #AT_ONCE} for what no gate holds
 * @param cardOn the day its warranty card came back, {@link #NO_CARD} while it has not, {@link #AT_ONCE} where none is asked
 * @param afterClose returns that came after the month of their sale was closed
 */
public record Bucket(LocalDate version, String unit, LocalDate soldOn, LocalDate cardOn, boolean afterClose) {
    public static final LocalDate AT_ONCE = LocalDate.of(1000, 1, 1);
    public static final LocalDate NO_CARD = LocalDate.of(9999, 12, 31);

    public Sold sold() {
        boolean serialised = !cardOn.equals(AT_ONCE);
        return new Sold(soldOn, serialised, cardOn.equals(NO_CARD) || !serialised ? null : cardOn);
    }

    /** Lines that no gate holds. */
    public static Bucket free(PlanVersion version, String outlet) {
        return new Bucket(version.from(), version.paysPerOutlet() ? outlet : "", AT_ONCE, AT_ONCE, false);
    }

    /** Sales of a day, and their returns, as far as gates of the version ask for the day. */
    public static Bucket sold(PlanVersion version, String outlet, LocalDate day, LocalDate card) {
        var free = free(version, outlet);
        if (version.gates().ofLines().isEmpty()) {
            return free;
        }
        return new Bucket(free.version, free.unit, day, version.gates().askForCard() ? card : AT_ONCE, false);
    }

    /** The same for returns that came after the month of their sale was closed. */
    public Bucket ofClosedMonth() {
        return new Bucket(version, unit, soldOn, cardOn, true);
    }
}
