package io.dayclose.config.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of what is agreed with a carrier.
 * Wide: as wide as the file it is read from.
 *
 * @param from first day it is in force
 * @param cycles how its days make up statements, and when each is to be paid
 * @param graceDays days after the pay day before what is missing is a break
 * @param goodsBackDays days within which refused or returned goods must be back
 * @param cutOff the time at which the carrier's day ends in its own zone; none: midnight
 * @param signed whether a parcel counts from the day it was confirmed rather than the day it was delivered
 * @param aliases whether an order number or another waybill of the same parcel may stand for it
 */
public record Agreement(
        LocalDate from,
        Cycles cycles,
        int graceDays,
        Fee fee,
        Tolerance tolerance,
        int goodsBackDays,
        Optional<CutOff> cutOff,
        boolean signed,
        String currency,
        Set<Demand> requires,
        boolean aliases) {

    /** What a statement must state. */
    public enum Demand {
        OPENING,
        FOOTER
    }

    /** When a carrier's day ends. */
    public record CutOff(LocalTime time, ZoneId zone) {
        /** The carrier's day that an instant of another zone's clock falls on. */
        LocalDate day(LocalDateTime at, ZoneId of) {
            var there = at.atZone(of).withZoneSameInstant(zone);
            boolean late = !there.toLocalTime().isBefore(time) && !time.equals(LocalTime.MIDNIGHT);
            return late ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        }
    }

    /** What holds where nothing is agreed: no fee is judged, nothing is tolerated. */
    public static Agreement none(String currency) {
        var zero = BigDecimal.ZERO;
        var anyFee = BigDecimal.valueOf(Long.MAX_VALUE);
        return new Agreement(
                LocalDate.EPOCH,
                new Cycles(Cycles.Kind.HALF_MONTH, Map.of()),
                0,
                new Fee(
                        zero,
                        zero,
                        zero,
                        Optional.empty(),
                        zero,
                        RoundingMode.HALF_UP,
                        Fee.Mode.INVOICED,
                        zero,
                        anyFee),
                Tolerance.NONE,
                Integer.MAX_VALUE,
                Optional.empty(),
                false,
                currency,
                Set.of(),
                true);
    }

    /** The carrier's day of an event, by its cut-off when the time of the event is known. */
    public LocalDate day(LocalDate date, Optional<LocalDateTime> at, ZoneId zone) {
        return cutOff.flatMap(ends -> at.map(time -> ends.day(time, zone))).orElse(date);
    }
}
