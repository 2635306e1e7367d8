package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.target.ToDateParts.Part;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToDatePartsTest {
    private static final Scope B1 = Scope.of("BRANCH", "B1");
    private static final Scope B2 = Scope.of("BRANCH", "B2");
    private static final Scope W1 = Scope.of("OUTLET", "W1");

    private static Part part(Scope parent, String month, String toDate) {
        return new Part(Optional.ofNullable(parent), new BigDecimal(month), new BigDecimal(toDate));
    }

    @Test
    void parts_whose_months_make_up_the_whole_add_up_to_it_on_every_day() {
        // a third of 100.00 by now is 33.33; of 50.00 it is 16.66 each when cut off
        assertThat(ToDateParts.of(
                        Map.of(
                                Scope.COMPANY,
                                part(null, "100.00", "33.33"),
                                B1,
                                part(Scope.COMPANY, "50.00", "16.66"),
                                B2,
                                part(Scope.COMPANY, "50.00", "16.66"),
                                W1,
                                part(B1, "50.00", "16.66")),
                        2))
                .isEqualTo(Map.of(
                        Scope.COMPANY,
                        new BigDecimal("33.33"),
                        B1,
                        new BigDecimal("16.67"),
                        B2,
                        new BigDecimal("16.66"),
                        W1,
                        new BigDecimal("16.67")));
    }

    @Test
    void parts_of_a_whole_that_has_more_to_bring_keep_their_own() {
        assertThat(ToDateParts.of(
                        Map.of(Scope.COMPANY, part(null, "100.00", "33.33"), B1, part(Scope.COMPANY, "50.00", "16.66")),
                        2))
                .containsEntry(B1, new BigDecimal("16.66"));
        assertThat(ToDateParts.of(Map.of(B1, part(Scope.COMPANY, "50.00", "16.66")), 2))
                .containsEntry(B1, new BigDecimal("16.66"));
    }
}
