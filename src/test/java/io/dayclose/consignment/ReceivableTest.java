package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.consignment.Receivable.State;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what is owed stands follows from its amounts and its parcel alone. */
class ReceivableTest {
    private static Receivable owed(String text) {
        return Owed.parcel("W1", text);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "1000.00 SHIPPED, EXPECTED, 1000.00",
        "1000.00, DUE, 1000.00",
        "1000.00 settled=600.00, PARTIAL, 400.00",
        "1000.00 settled=600.00 reopened, PARTIAL, 400.00",
        "1000.00 settled=1000.00, SETTLED, 0.00",
        "1000.00 settled=1000.00 tolerated=0.40, SETTLED, 0.00",
        "900.00 PART_REFUSED adjusted=-300.00 settled=600.00, SETTLED, 0.00",
        "1000.00 REFUSED adjusted=-1000.00, CANCELLED, 0.00",
        "1000.00 written=1000.00, WRITTEN_OFF, 0.00",
        "1000.00 settled=600.00 written=400.00, SETTLED, 0.00",
        "1000.00 reopened, REOPENED, 1000.00",
        "1000.00 settled=0.40 tolerated=0.40, DUE, 999.60",
        "1000.00 settled=0.40 tolerated=0.40 SHIPPED, EXPECTED, 999.60",
    })
    void its_state_follows_from_what_was_paid_and_where_its_parcel_is(String text, State state, String open) {
        assertThat(owed(text).state()).isEqualTo(state);
        assertThat(owed(text).open()).isEqualByComparingTo(open);
    }

    /** Reversed as in follow-up (f) of the golden cycle, then paid in two parts. */
    @Test
    void less_paid_than_before_opens_it_again_until_nothing_is_owed() {
        var paid = owed("1000.00").pay(yuan("1000.00"));
        assertThat(paid.reopened()).isFalse();
        var reversed = paid.pay(yuan("-1000.00"));
        assertThat(reversed.state()).isEqualTo(State.REOPENED);
        var half = reversed.pay(yuan("400.00"));
        assertThat(half.reopened()).isTrue();
        assertThat(half.pay(yuan("600.00")).reopened()).isFalse();
        assertThat(half.writeOff(yuan("600.00")).reopened()).isFalse();
        assertThat(half.writeOff(yuan("599.99")).reopened()).isTrue();
        assertThat(half.tolerate(yuan("600.00")).reopened()).isFalse();
        assertThat(owed("1000.00").pay(yuan("400.00")).reopened()).isFalse();
    }

    @Test
    void what_was_tolerated_has_not_come_and_what_is_the_dealers_has() {
        assertThat(owed("1000.00 settled=600.00 tolerated=0.40 credited=100.00").collected())
                .isEqualByComparingTo("699.60");
    }

    /** What was paid in a currency stays in it, whatever its shipment says now. */
    @ParameterizedTest
    @CsvSource({"'', USD", "settled=1.00, CNY", "credited=1.00, CNY", "written=1.00, CNY"})
    void its_facts_may_change_its_currency_only_while_nothing_has_moved(String moved, String currency) {
        var now = owed("1000.00 reopened " + moved)
                .of(owed("800.00 currency=USD RETURNED adjusted=-800.00 due=2026-11-05"));
        assertThat(now.currency()).isEqualTo(currency);
        assertThat(now.gross().add(now.adjusted())).isEqualByComparingTo("0");
        assertThat(now.settled()).isEqualByComparingTo(owed("1.00 " + moved).settled());
        assertThat(now.reopened()).isTrue();
    }
}
