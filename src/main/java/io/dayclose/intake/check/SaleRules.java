package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.organisation.Dealer;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Product;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cross-record rules of feeds.md that one sale line can be judged by, with master data of its business date. */
final class SaleRules implements RecordRules {
    private final SaleColumns sale;
    private final AmountRule amount;
    private final Organisation organisation;

    SaleRules(FeedSchema schema, Organisation organisation) {
        sale = new SaleColumns(schema);
        amount = new AmountRule(schema);
        this.organisation = organisation;
    }

    @Override
    public @Nullable Fault check(@Nullable Object[] values) {
        if (sale.isVoid(values)) {
            return null;
        }
        return Optional.ofNullable(amount.check(values))
                .or(() -> outlet(values))
                .or(() -> seller(values))
                .or(() -> serial(values))
                .orElse(null);
    }

    private Optional<Fault> outlet(@Nullable Object[] values) {
        var date = sale.date(values);
        var code = sale.outlet(values);
        var outlet = organisation.outlet(code, date);
        return outlet.filter(known -> !within(date, known.openedOn(), known.closedOn()))
                .map(known -> new Fault(
                        Reason.OUTLET_CLOSED, "outlet_code", code, span(date, known.openedOn(), known.closedOn())))
                .or(() -> outlet.map(Outlet::dealer)
                        .flatMap(dealer -> organisation.dealer(dealer, date))
                        .filter(dealer -> !within(date, dealer.contractFrom(), dealer.contractTo()))
                        .map(dealer -> noContract(code, dealer, date)));
    }

    private static Fault noContract(String outlet, Dealer dealer, LocalDate date) {
        var span = span(date, dealer.contractFrom(), dealer.contractTo());
        return new Fault(Reason.NO_CONTRACT, "outlet_code", outlet + " (" + dealer.code() + ")", span);
    }

    private Optional<Fault> seller(@Nullable Object[] values) {
        var date = sale.date(values);
        return Optional.ofNullable(sale.seller(values))
                .flatMap(code -> organisation.person(code, date))
                .filter(person -> !within(date, person.joinedOn(), person.leftOn()))
                .map(person -> new Fault(
                        Reason.PERSON_LEFT,
                        "seller_code",
                        person.code(),
                        span(date, person.joinedOn(), person.leftOn())));
    }

    private Optional<Fault> serial(@Nullable Object[] values) {
        if (!isSerialised(values)) {
            return Optional.empty();
        }
        if (sale.serial(values) == null) {
            return Optional.of(new Fault(Reason.SERIAL_MISSING, "serial_no", "", sale.product(values)));
        }
        return sale.quantity(values) == 1
                ? Optional.empty()
                : Optional.of(
                        new Fault(Reason.SERIAL_QUANTITY, "quantity", String.valueOf(sale.quantity(values)), "1"));
    }

    private boolean isSerialised(@Nullable Object[] values) {
        return organisation
                .product(sale.product(values), sale.date(values))
                .filter(Product::serialised)
                .isPresent();
    }

    /** First and last day both count; empty means no limit. */
    private static boolean within(LocalDate date, @Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !date.isBefore(first)) && (last == null || !date.isAfter(last));
    }

    /** The date and the span it lies outside of, such as {@code 2026-11-22 ∉ 2020-01-01 … 2026-11-20}. */
    private static String span(LocalDate date, @Nullable LocalDate first, @Nullable LocalDate last) {
        return date + " ∉ " + (first == null ? "" : first) + " … " + (last == null ? "" : last);
    }

    @Override
    public boolean refersToOthers(@Nullable Object[] values) {
        return sale.isVoid(values) || sale.isReturn(values) && sale.original(values) != null || isSerialised(values);
    }
}
