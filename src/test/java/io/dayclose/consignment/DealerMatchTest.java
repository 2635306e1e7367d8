package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.DealerMatch.Paid;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dealer's receipt pays the settlement it names, else his oldest ones, but only when it is exactly so many of them. */
class DealerMatchTest {
    private static final Receivable OLD = Owed.settlement("J1", 5, "100.00");
    private static final Receivable NEXT = Owed.settlement("J2", 20, "250.00");

    private static Paid paid(String amount, String reference) {
        return new Paid("R1", new BigDecimal(amount), reference);
    }

    /** What was paid of which settlement in which pass, and what is left of each receipt. */
    private static List<String> match(Paid... receipts) {
        var outcome = DealerMatch.match(List.of(NEXT, OLD), List.of(receipts));
        return Stream.concat(
                        outcome.entries().stream()
                                .map(each -> each.subject() + " " + each.amount() + " pass " + each.pass()),
                        outcome.left().values().stream().map(left -> "left " + left))
                .toList();
    }

    @Test
    void the_settlement_it_names_is_paid_as_far_as_it_goes() {
        assertThat(match(paid("250.00", " J2 "))).containsExactly("J2 250.00 pass 3", "left 0.00");
        assertThat(match(paid("240.00", "J2"))).containsExactly("J2 240.00 pass 3", "left 0.00");
        assertThat(match(paid("260.00", "J2"))).containsExactly("J2 250.00 pass 3", "left 10.00");
    }

    @Test
    void without_a_name_the_oldest_first_when_it_is_exactly_the_first_so_many() {
        assertThat(match(paid("100.00", ""))).containsExactly("J1 100.00 pass 6", "left 0");
        assertThat(match(paid("350.00", "thank you")))
                .containsExactly("J1 100.00 pass 6", "J2 250.00 pass 6", "left 0");
    }

    @Test
    void anything_else_is_left_for_people() {
        assertThat(match(paid("250.00", ""))).as("the second one alone").containsExactly("left 250.00");
        assertThat(match(paid("99.99", ""))).containsExactly("left 99.99");
        assertThat(match(paid("350.01", ""))).containsExactly("left 350.01");
    }

    @Test
    void what_an_earlier_receipt_has_paid_is_not_paid_again() {
        var first = new Paid("R1", new BigDecimal("100.00"), "J1");
        var second = new Paid("R2", new BigDecimal("250.00"), "");
        assertThat(match(first, second)).containsExactly("J1 100.00 pass 3", "J2 250.00 pass 6", "left 0.00", "left 0");
    }

    @Test
    void a_settlement_that_is_paid_takes_nothing_more() {
        var first = new Paid("R1", new BigDecimal("100.00"), "J1");
        var again = new Paid("R2", new BigDecimal("100.00"), "J1");
        assertThat(match(first, again)).containsExactly("J1 100.00 pass 3", "left 0.00", "left 100.00");
    }
}
