package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.config.carrier.Fee;
import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is owed and what is paid, for tests of the rules alone. */
final class Owed {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-24");
    private static final BigDecimal NONE = new BigDecimal("0.00");

    private Owed() {}

    /** A parcel that was delivered and nobody has paid for; it travels under no other name. */
    static Receivable parcel(String waybill, String gross) {
        return parcel(waybill, gross, new Track(ParcelStatus.DELIVERED, NIGHT, "", "", "", null, 1));
    }

    /** @param known its batch, order and the waybill it went under before, of which each may be empty */
    static Receivable parcel(String waybill, String gross, String... known) {
        return parcel(waybill, gross, new Track(ParcelStatus.DELIVERED, NIGHT, known[0], known[1], known[2], null, 1));
    }

    static Receivable parcel(String waybill, String gross, Track track) {
        return receivable(waybill, gross, new Due(NIGHT, "2026-11-H2"), track);
    }

    /** A dealer's settlement, due on a day of November. */
    static Receivable settlement(String number, int day, String gross) {
        var due = new Due(LocalDate.of(2026, 11, day), "");
        var track = new Track(ParcelStatus.DELIVERED, NIGHT, "", "", "", null, 1);
        return receivable(number, gross, due, track);
    }

    /** What belongs to no cycle is a dealer's. */
    private static Receivable receivable(String subject, String gross, Due due, Track track) {
        var kind = due.cycle().isEmpty() ? ReceivableKind.CONSIGNMENT_SETTLEMENT : ReceivableKind.COD;
        return new Receivable(
                kind,
                "SF",
                subject,
                subject,
                "",
                "CNY",
                new BigDecimal(gross),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                due,
                track,
                false,
                "");
    }

    /** A line of statement S1 that collects something for a waybill. */
    static StatementLine line(long number, String waybill, String gross) {
        return line(number, waybill, gross, "", "");
    }

    /** @param named its batch and its order, of which each may be empty */
    static StatementLine line(long number, String waybill, String gross, String... named) {
        var amount = new BigDecimal(gross);
        var stated = new StatementLine.Stated(
                "SF",
                "S1",
                1,
                number,
                1,
                LineType.COLLECT,
                waybill,
                named[0],
                named[1],
                amount,
                NONE,
                amount,
                "CNY",
                null,
                "",
                "");
        return new StatementLine(
                number,
                stated,
                new StatementLine.Origin(NIGHT, "2026-11-H2", false, false),
                StatementLine.Disposed.NOWHERE);
    }

    /** An agreement that knows parcels by other names. */
    static Agreement agreement(Tolerance tolerance) {
        var anyFee = BigDecimal.valueOf(Long.MAX_VALUE);
        return new Agreement(
                LocalDate.EPOCH,
                new Cycles(Cycles.Kind.HALF_MONTH, Map.of()),
                0,
                new Fee(
                        NONE,
                        NONE,
                        NONE,
                        Optional.empty(),
                        NONE,
                        RoundingMode.HALF_UP,
                        Fee.Mode.INVOICED,
                        NONE,
                        anyFee),
                tolerance,
                10,
                Optional.empty(),
                false,
                "CNY",
                Set.of(),
                true);
    }

    /** Short and over by so much each, and in a statement no more than that much. */
    static Tolerance tolerance(String each, String perStatement) {
        var most = new BigDecimal(each);
        return new Tolerance(most, most, Optional.empty(), Optional.of(new BigDecimal(perStatement)));
    }
}
