package io.dayclose.bench;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Carrier;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.config.carrier.Fee;
import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.BreakRules;
import io.dayclose.consignment.Expectation;
import io.dayclose.consignment.LineType;
import io.dayclose.consignment.Parcel;
import io.dayclose.consignment.ParcelStatus;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.WaybillMatch;
import io.dayclose.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules alone, without a database: from a shipment and a line to what is owed, paid and left, waybill by waybill. */
final class ReconcileRules {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 24);
    private static final BigDecimal PERCENT = new BigDecimal("0.3");
    private static final Agreement AGREEMENT = new Agreement(
            LocalDate.of(2026, 1, 1),
            new Cycles(
                    Cycles.Kind.HALF_MONTH,
                    Map.of("first-half", new Cycles.PayDay(false, 20), "second-half", new Cycles.PayDay(true, 5))),
            3,
            new Fee(
                    PERCENT,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    BigDecimal.ZERO,
                    RoundingMode.HALF_UP,
                    Fee.Mode.NETTED,
                    BigDecimal.ZERO,
                    new BigDecimal("0.05")),
            Tolerance.NONE,
            10,
            Optional.empty(),
            false,
            "CNY",
            Set.of(),
            true);
    private static final Expectation EXPECTATION = new Expectation(
            "SF",
            Optional.of(new Carrier("SF", Bilingual.same("SF"), List.of(AGREEMENT))),
            ZoneId.of("Asia/Shanghai"),
            "CNY");

    private ReconcileRules() {}

    /** So many waybills, a hundredth of them short. */
    static Duration match(int waybills) {
        long began = System.nanoTime();
        long breaks = 0;
        for (int i = 0; i < waybills; i++) {
            breaks += breaks(i);
        }
        if (breaks != (waybills + 92) / 100) {
            throw new IllegalStateException(breaks + " breaks of " + waybills);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static int breaks(int i) {
        var due = BigDecimal.valueOf(10_000 + i * 7919L % 190_000, 2);
        var shipped = new Parcel.Shipped(
                "W" + i,
                "D1",
                NIGHT.minusDays(19),
                ParcelStatus.DELIVERED,
                NIGHT.minusDays(14),
                null,
                null,
                due,
                null,
                null,
                "",
                "",
                "",
                "",
                1);
        var item = EXPECTATION.cod(Parcel.of(List.of(shipped)), BigDecimal.ZERO);
        var line = line(i, i % 100 == 7 ? due.subtract(BigDecimal.TEN) : due);
        var outcome = WaybillMatch.match(
                new WaybillMatch.Case(AGREEMENT, false, Optional.of(item), Optional.empty(), List.of(line)));
        var subject = new BreakRules.Subject(
                "SF", "W" + i, AGREEMENT, outcome.cod().stream().toList(), List.of(line), false);
        return BreakRules.of(subject, NIGHT).size();
    }

    private static StatementLine line(int i, BigDecimal gross) {
        var fee = gross.multiply(PERCENT).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        var stated = new StatementLine.Stated(
                "SF",
                "S1",
                1,
                i,
                1,
                LineType.COLLECT,
                "W" + i,
                "",
                "",
                gross,
                fee,
                gross.subtract(fee),
                "CNY",
                null,
                "",
                "");
        return new StatementLine(
                i, stated, new StatementLine.Origin(NIGHT, "2026-11-H1", false, false), StatementLine.Disposed.NOWHERE);
    }
}
