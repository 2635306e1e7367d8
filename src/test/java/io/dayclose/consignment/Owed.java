package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Cycles;
import io.dayclose.config.carrier.Cycles.PayDay;
import io.dayclose.config.carrier.Fee;
import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is owed, what is paid and what is agreed, in words, for tests of the rules alone. */
final class Owed {
    static final LocalDate NIGHT = LocalDate.parse("2026-11-24");
    private static final Cycles HALF_MONTHS = new Cycles(
            Cycles.Kind.HALF_MONTH, Map.of("first-half", new PayDay(false, 20), "second-half", new PayDay(true, 5)));

    private Owed() {}

    /**
     * A parcel that was delivered and is due tonight, as far as the words do not say otherwise: its gross, its status, what it is
     * ({@code LOST_CLAIM}), {@code adjusted settled tolerated credited written}, {@code on} and {@code due} (or {@code undue}),
     * {@code batch order parent changed currency cycle}, {@code reopened}.
     */
    static Receivable parcel(String waybill, String text) {
        var words = Words.of(text);
        return new Receivable(
                words.one(ReceivableKind.COD),
                "SF",
                waybill,
                waybill,
                "",
                words.value("currency", code -> code, "CNY"),
                words.amount(),
                words.amount("adjusted"),
                words.amount("settled"),
                words.amount("tolerated"),
                words.amount("credited"),
                words.amount("written"),
                words.has("undue") ? Due.NONE : new Due(words.value("due", LocalDate::parse, NIGHT), "2026-11-H1"),
                track(words),
                words.has("reopened"),
                words.text("proposed"));
    }

    private static Track track(Words words) {
        return new Track(
                words.one(ParcelStatus.DELIVERED),
                words.value("on", LocalDate::parse, NIGHT),
                words.text("batch"),
                words.text("order"),
                words.text("parent"),
                words.valueOrNull("changed", LocalDateTime::parse),
                1);
    }

    /** A dealer's settlement, due on a day of November. */
    static Receivable settlement(String number, int day, String gross) {
        return parcel(number, gross + " CONSIGNMENT_SETTLEMENT due=" + LocalDate.of(2026, 11, day));
    }

    /**
     * A line of statement S1 that came tonight and collects for a waybill, as far as the words do not say otherwise: its gross, its
     * type, {@code fee}, {@code id} and {@code of} (the carrier's own numbers of it and of the line it takes back), {@code batch
     * order currency}, {@code night statement revision version}, where its cash has gone, {@code pooled}, {@code apart}.
     */
    static StatementLine line(long number, String waybill, String text) {
        var words = Words.of(text);
        var stated = new StatementLine.Stated(
                "SF",
                words.value("statement", name -> name, "S1"),
                words.number("revision", 1),
                number,
                words.number("version", 1),
                words.one(LineType.COLLECT),
                waybill,
                words.text("batch"),
                words.text("order"),
                words.amount(),
                words.amount("fee"),
                words.amount().subtract(words.amount("fee")),
                words.value("currency", code -> code, "CNY"),
                null,
                words.text("id"),
                words.text("of"));
        var night = words.value("night", LocalDate::parse, NIGHT);
        var origin = new StatementLine.Origin(night, "2026-11-H1", words.has("pooled"), words.has("apart"));
        return new StatementLine(number, stated, origin, disposed(words));
    }

    private static StatementLine.Disposed disposed(Words words) {
        return new StatementLine.Disposed(
                words.amount("placed"),
                words.amount("netted"),
                words.amount("tolerated"),
                words.amount("uncovered"),
                words.amount("restated"),
                words.amount("spent"),
                words.amount("recovered"),
                words.text("reason"));
    }

    /** Any fee is right, and parcels are known by other names. */
    static Agreement agreement(Tolerance tolerance) {
        return agreement(fee("INVOICED fee-tolerance=" + Long.MAX_VALUE), tolerance);
    }

    /** Paid by the half-month, with 3 days of grace; goods are back within 10 days. */
    static Agreement agreement(Fee fee, Tolerance tolerance) {
        return new Agreement(
                LocalDate.EPOCH, HALF_MONTHS, 3, fee, tolerance, 10, Optional.empty(), false, "CNY", Set.of(), true);
    }

    /** How it is charged, its percentage, and {@code refusal} and {@code fee-tolerance}, that one 0.05 mostly. */
    static Fee fee(String text) {
        var words = Words.of(text);
        return new Fee(
                words.amount(),
                Words.NONE,
                Words.NONE,
                Optional.empty(),
                Words.NONE,
                RoundingMode.HALF_UP,
                words.one(Fee.Mode.NETTED),
                words.amount("refusal"),
                words.value("fee-tolerance", BigDecimal::new, new BigDecimal("0.05")));
    }

    /** Short and over by so much each, and in a statement no more than that much. */
    static Tolerance tolerance(String each, String perStatement) {
        var most = new BigDecimal(each);
        return new Tolerance(most, most, Optional.empty(), Optional.of(new BigDecimal(perStatement)));
    }
}
