package io.dayclose.intake.check;

import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.organisation.Dealer;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the outlet of a line was open, its dealer under contract and its seller with us, on one of the days that count. */
public final class Presence {
    /** So many days back a return without its original may look. */
    private static final int BACK = 400;

    private final Organisation organisation;

    public Presence(Organisation organisation) {
        this.organisation = organisation;
    }

    /** What of a sale or return counts here. */
    public record Line(String outlet, @Nullable String seller, boolean isReturn, LocalDate date) {}

    /**
     * The days that count for a line: each of the three must have been with us on one of them.
     *
     * @param label the days in figures
     */
    private record Days(List<LocalDate> all, String label) {
        static Days on(LocalDate day) {
            return new Days(List.of(day), day.toString());
        }

        /** A return is asked as of its sale; whoever has come since may take goods back as well. */
        static Days of(LocalDate sold, LocalDate back) {
            return sold.equals(back) ? on(back) : new Days(List.of(sold, back), sold + ", " + back);
        }

        static Days before(LocalDate back) {
            var first = back.minusDays(BACK);
            return new Days(
                    Stream.iterate(back, day -> day.minusDays(1))
                            .limit(BACK + 1)
                            .toList(),
                    first + " … " + back);
        }
    }

    /** What is wrong with a line that names no original, or nothing; a return of that kind is asked as of any day of the last 400. */
    public Optional<Fault> ofItself(Line line) {
        var today = fault(line, Days.on(line.date()));
        return today.isPresent() && line.isReturn() ? fault(line, Days.before(line.date())) : today;
    }

    /** What is wrong with a return, given the day of its sale. */
    public Optional<Fault> ofReturn(Line line, LocalDate sold) {
        return fault(line, Days.of(sold, line.date()));
    }

    /** Whether an outlet was open, and its dealer under contract, on a day. */
    public boolean ofOutlet(String code, LocalDate day) {
        return outletFault(code, Days.on(day)).isEmpty();
    }

    /** Whether somebody was with us on a day. */
    public boolean ofSeller(String code, LocalDate day) {
        return sellerFault(code, Days.on(day)).isEmpty();
    }

    private Optional<Fault> fault(Line line, Days days) {
        return outletFault(line.outlet(), days)
                .or(() -> Optional.ofNullable(line.seller()).flatMap(code -> sellerFault(code, days)));
    }

    private Optional<Fault> outletFault(String code, Days days) {
        return none(days, on -> organisation.outlet(code, on).filter(outlet -> outlet.isOpen(on)))
                ? Optional.of(closed(code, days))
                : contract(code, days);
    }

    private Fault closed(String code, Days days) {
        var row = last(days, on -> organisation.outlet(code, on));
        var span = span(
                row.map(Outlet::openedOn).orElse(null),
                row.map(Outlet::closedOn).orElse(null));
        return new Fault(Reason.OUTLET_CLOSED, "outlet_code", code, days.label() + " ∉ " + span);
    }

    private Optional<Fault> contract(String code, Days days) {
        var broken = last(days, on -> brokenContract(code, on));
        return none(days, on -> organisation.outlet(code, on).filter(any -> brokenContract(code, on)
                        .isEmpty()))
                ? broken.map(dealer -> new Fault(
                        Reason.NO_CONTRACT,
                        "outlet_code",
                        code + " (" + dealer.code() + ")",
                        days.label() + " ∉ " + span(dealer.contractFrom(), dealer.contractTo())))
                : Optional.empty();
    }

    /** The dealer behind an outlet, when he has no contract on a day. */
    private Optional<Dealer> brokenContract(String outlet, LocalDate on) {
        return organisation
                .outlet(outlet, on)
                .map(Outlet::dealer)
                .flatMap(dealer -> organisation.dealer(dealer, on))
                .filter(dealer -> !within(on, dealer.contractFrom(), dealer.contractTo()));
    }

    private Optional<Fault> sellerFault(String code, Days days) {
        if (!none(
                days,
                on -> organisation.person(code, on).filter(person -> within(on, person.joinedOn(), person.leftOn())))) {
            return Optional.empty();
        }
        var row = last(days, on -> organisation.person(code, on));
        var span = span(
                row.map(person -> person.joinedOn()).orElse(null),
                row.map(person -> person.leftOn()).orElse(null));
        return Optional.of(new Fault(Reason.PERSON_LEFT, "seller_code", code, days.label() + " ∉ " + span));
    }

    private static <T> boolean none(Days days, Function<LocalDate, Optional<T>> at) {
        return days.all().stream().noneMatch(day -> at.apply(day).isPresent());
    }

    private static <T> Optional<T> last(Days days, Function<LocalDate, Optional<T>> at) {
        return days.all().stream().flatMap(day -> at.apply(day).stream()).findFirst();
    }

    /** First and last day both count; empty means no limit. */
    private static boolean within(LocalDate date, @Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !date.isBefore(first)) && (last == null || !date.isAfter(last));
    }

    /** A span in figures, such as {@code 2020-01-01 … 2026-11-20}. */
    private static String span(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null ? "" : first) + " … " + (last == null ? "" : last);
    }
}
