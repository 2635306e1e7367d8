package io.dayclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.ledger.Settlement.Part;
import io.dayclose.ledger.Settlement.State;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Opening + payable = net = paid + carried. */
class SettlementTest {
    private static final BigDecimal THRESHOLD = fen("50.00");

    private static BigDecimal fen(String amount) {
        return new BigDecimal(amount);
    }

    private static Part part(String waited, String posted, String gate) {
        return new Part("plan", fen(waited), fen(posted), gate);
    }

    private static Settlement settled(String opening, Part... parts) {
        return Settlement.of(fen(opening), List.of(parts), THRESHOLD);
    }

    @Test
    void a_net_that_reaches_the_threshold_is_paid_whole_and_one_below_it_is_carried() {
        var paid = settled("0.01", part("0.00", "49.99", ""));
        assertThat(paid.paid()).isEqualByComparingTo("50.00");
        assertThat(paid.carried()).isZero();
        var carried = settled("0.00", part("0.00", "49.99", ""));
        assertThat(carried.paid()).isZero();
        assertThat(carried.carried()).isEqualByComparingTo("49.99");
        assertThat(carried.state()).isEqualTo(State.CARRIED);
    }

    @Test
    void a_negative_net_is_carried_and_nothing_is_paid() {
        var settled = settled("10.00", part("0.00", "-30.00", ""));
        assertThat(settled.net()).isEqualByComparingTo("-20.00");
        assertThat(settled.carried()).isEqualByComparingTo("-20.00");
        assertThat(settled.payable()).isEqualByComparingTo("-30.00");
    }

    @Test
    void a_gate_keeps_what_is_positive_of_its_plan_and_never_what_is_taken_back() {
        var settled = settled(
                "0.00",
                part("20.00", "30.00", "DEPOSIT_FULL"),
                part("0.00", "-5.00", "DEPOSIT_FULL"),
                part("0.00", "80.00", ""));
        assertThat(settled.waiting()).isEqualByComparingTo("50.00");
        assertThat(settled.paid()).isEqualByComparingTo("75.00");
        assertThat(settled("0.00", part("0.00", "60.00", "DEPOSIT_FULL")).state())
                .isEqualTo(State.WAITING);
    }

    @Test
    void a_gate_that_is_met_pays_what_has_waited_too() {
        assertThat(settled("0.00", part("20.00", "30.00", "")).paid()).isEqualByComparingTo("50.00");
    }
}
