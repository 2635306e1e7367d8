package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.organisation.Dealer;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The branch a record is of, by whatever it names: that branch gets it back when it is returned. */
final class BranchOf {
    private final FeedSchema schema;
    private final Organisation organisation;

    BranchOf(FeedSchema schema, Organisation organisation) {
        this.schema = schema;
        this.organisation = organisation;
    }

    /** @param date the business date, or the night for a record without one */
    @Nullable
    String find(@Nullable Object[] values, LocalDate date) {
        return Stream.<Function<LocalDate, Optional<String>>>of(
                        on -> text(values, "branch_code").filter(code -> organisation.knows("branch", code)),
                        on -> text(values, "outlet_code").flatMap(code -> outlet(code, on)),
                        on -> text(values, "seller_code").flatMap(code -> person(code, on)),
                        on -> text(values, "dealer_code").flatMap(code -> dealer(code, on)),
                        on -> owner(values, "payer_kind", "payer_code", on),
                        on -> owner(values, "scope_kind", "scope_code", on))
                .flatMap(way -> way.apply(date).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> text(@Nullable Object[] values, String column) {
        int index = schema.index(column);
        return index >= 0 && values[index] instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> owner(@Nullable Object[] values, String kind, String code, LocalDate date) {
        return text(values, kind)
                .flatMap(word -> text(values, code).flatMap(owner -> switch (word.toLowerCase(Locale.ROOT)) {
                    case "branch" -> Optional.of(owner).filter(known -> organisation.knows("branch", known));
                    case "outlet" -> outlet(owner, date);
                    case "dealer" -> dealer(owner, date);
                    case "person" -> person(owner, date);
                    default -> Optional.empty();
                }));
    }

    private Optional<String> outlet(String code, LocalDate date) {
        return organisation.outlet(code, date).map(Outlet::branch);
    }

    private Optional<String> person(String code, LocalDate date) {
        return organisation.person(code, date).map(Person::branch);
    }

    private Optional<String> dealer(String code, LocalDate date) {
        return organisation.dealer(code, date).map(Dealer::branch);
    }
}
