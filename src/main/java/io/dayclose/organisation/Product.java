package io.dayclose.organisation;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something we sell; a serialised one is sold piece by piece under its serial number.
 *
 * @param manufacturer empty when not known
 * @param kind GOODS, GIFT and so on, empty when not known
 * @param cost of one piece in the company's currency, null when not known
 */
public record Product(
        String code,
        boolean serialised,
        String category,
        String manufacturer,
        String kind,
        @Nullable BigDecimal cost) {

    /** One that is known by its code alone. */
    public static Product unknown(String code) {
        return new Product(code, false, "", "", "", null);
    }

    public Optional<BigDecimal> standardCost() {
        return Optional.ofNullable(cost);
    }
}
