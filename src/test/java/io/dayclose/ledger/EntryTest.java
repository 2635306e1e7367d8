package io.dayclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static Entry entry(EntryType type, Cause cause, String amount) {
        return new Entry(type, cause, new BigDecimal(amount));
    }

    @Test
    void entries_of_one_type_and_cause_are_added_up_where_the_first_of_them_stands() {
        assertThat(Entry.merged(List.of(
                        entry(EntryType.EARN, Cause.SALE, "10.00"),
                        entry(EntryType.HOLD, Cause.SALE, "4.00"),
                        entry(EntryType.EARN, Cause.RETURN, "-3.00"),
                        entry(EntryType.EARN, Cause.SALE, "0.50"))))
                .containsExactly(
                        entry(EntryType.EARN, Cause.SALE, "10.50"),
                        entry(EntryType.HOLD, Cause.SALE, "4.00"),
                        entry(EntryType.EARN, Cause.RETURN, "-3.00"));
    }

    @Test
    void what_comes_to_nothing_is_no_entry() {
        assertThat(Entry.merged(List.of(
                        entry(EntryType.EARN, Cause.SALE, "10.00"), entry(EntryType.EARN, Cause.SALE, "-10.00"))))
                .isEmpty();
        assertThatThrownBy(() -> entry(EntryType.EARN, Cause.SALE, "0.00"))
                .hasMessage("an entry must have an amount: EARN SALE");
    }
}
