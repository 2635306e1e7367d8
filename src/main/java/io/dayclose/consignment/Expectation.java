package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Carrier;
import io.dayclose.consignment.Parcel.Shipped;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier should pay for a parcel, by its agreement.
 *
 * @param carrier empty when nothing is agreed with it: then nothing falls due
 * @param zone of the company, in which shipments state their times
 * @param currency of the company
 */
public record Expectation(String code, Optional<Carrier> carrier, ZoneId zone, String currency) {
    /** What is in force on a day. */
    public Agreement agreement(LocalDate date) {
        return carrier.flatMap(each -> each.on(date)).orElseGet(() -> Agreement.none(currency));
    }

    /**
     * The cash to be collected for a parcel.
     *
     * @param collected what has come for it so far: of a lost parcel, that is kept
     */
    public Receivable cod(Parcel parcel, BigDecimal collected) {
        boolean lost = parcel.last().status() == ParcelStatus.LOST;
        var cancelled =
                lost ? parcel.due().subtract(collected.max(Rounding.NO_FEN)).max(Rounding.NO_FEN) : parcel.cancelled();
        return receivable(ReceivableKind.COD, parcel, parcel.due(), cancelled.negate());
    }

    /** What is claimed for a lost parcel; nothing of any other. */
    public Receivable claim(Parcel parcel, BigDecimal collected) {
        boolean lost = parcel.last().status() == ParcelStatus.LOST;
        var claimed =
                lost ? parcel.due().subtract(collected.max(Rounding.NO_FEN)).max(Rounding.NO_FEN) : Rounding.NO_FEN;
        return receivable(ReceivableKind.LOST_CLAIM, parcel, claimed, Rounding.NO_FEN);
    }

    private Receivable receivable(ReceivableKind kind, Parcel parcel, BigDecimal gross, BigDecimal adjusted) {
        var last = parcel.last();
        return new Receivable(
                kind,
                code,
                last.waybill(),
                Waybills.normal(last.waybill()),
                parcel.dealer(),
                last.currency().isEmpty() ? agreement(last.shippedOn()).currency() : last.currency(),
                gross,
                adjusted,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                due(kind == ReceivableKind.LOST_CLAIM ? last : parcel.event()),
                new Track(
                        last.status(),
                        last.day(),
                        last.batch(),
                        last.order(),
                        last.parent(),
                        parcel.changedAt(),
                        last.version()),
                false,
                "");
    }

    private Due due(@Nullable Shipped event) {
        if (event == null || carrier.isEmpty()) {
            return Due.NONE;
        }
        var cycle = cycle(event);
        return new Due(cycle.payBy(), cycle.name());
    }

    private io.dayclose.config.carrier.Cycles.Cycle cycle(Shipped event) {
        var agreement = agreement(event.day());
        var confirmed = event.confirmedOn();
        var day = agreement.signed() && confirmed != null
                ? confirmed
                : agreement.day(event.day(), Optional.ofNullable(event.statusAt()), zone);
        return agreement(day).cycles().of(day);
    }
}
