package io.dayclose.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the versions of a shipment come to. Amounts in the shipment's currency.
 *
 * @param dealer the one it was sent to first
 * @param event the version that counts as its delivery; none while it is on its way or was refused
 * @param due what is to be collected: the amount in force at the time of delivery
 * @param cancelled what is not to be collected any more, because it was refused, returned or lost
 * @param changedAt when the amount was changed, if it was
 */
public record Parcel(
        Shipped last,
        String dealer,
        @Nullable Shipped event,
        BigDecimal due,
        BigDecimal cancelled,
        @Nullable LocalDateTime changedAt) {

    /**
     * One version of a shipment, as it came in. Wide: a row of {@code shipment}.
     */
    public record Shipped(
            String waybill,
            String dealer,
            LocalDate shippedOn,
            ParcelStatus status,
            @Nullable LocalDate statusOn,
            @Nullable LocalDateTime statusAt,
            @Nullable LocalDate confirmedOn,
            BigDecimal cod,
            @Nullable BigDecimal refused,
            @Nullable LocalDateTime codChangedAt,
            String batch,
            String order,
            String parent,
            String currency,
            int version) {

        boolean isDelivery() {
            return status == ParcelStatus.DELIVERED || status == ParcelStatus.PART_REFUSED;
        }

        /** The day of its status; of one that does not say, the day it was sent. */
        public LocalDate day() {
            return statusOn == null ? shippedOn : statusOn;
        }

        /** When it was delivered, as well as is known: a day without a time ends at midnight. */
        LocalDateTime moment() {
            return statusAt == null ? day().plusDays(1).atStartOfDay() : statusAt;
        }
    }

    /** @param versions of one waybill, in their order; at least one */
    public static Parcel of(List<Shipped> versions) {
        var last = versions.get(versions.size() - 1);
        var event = event(versions, last);
        var due = due(versions, event);
        return new Parcel(last, versions.get(0).dealer(), event, due, cancelled(last, due), last.codChangedAt());
    }

    /** The latest delivery, unless what came after says that there was none. */
    private static @Nullable Shipped event(List<Shipped> versions, Shipped last) {
        if (last.status() != ParcelStatus.RETURNED) {
            return last.isDelivery() ? last : null;
        }
        return versions.stream()
                .filter(Shipped::isDelivery)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** A change of the amount counts unless it was made after the delivery. */
    private static BigDecimal due(List<Shipped> versions, @Nullable Shipped event) {
        var due = versions.get(0).cod();
        for (var version : versions) {
            var changed = version.codChangedAt();
            boolean late = event != null && changed != null && changed.isAfter(event.moment());
            due = late ? due : version.cod();
        }
        return due;
    }

    private static BigDecimal cancelled(Shipped last, BigDecimal due) {
        var refused = last.refused();
        return switch (last.status()) {
            case SHIPPED, DELIVERED -> BigDecimal.ZERO;
            case REFUSED, LOST -> due;
            case RETURNED -> refused == null ? due : refused.min(due);
            case PART_REFUSED -> refused == null ? BigDecimal.ZERO : refused.min(due);
        };
    }
}
