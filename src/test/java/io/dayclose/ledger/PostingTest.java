package io.dayclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.ledger.Posting.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ledger posts differences only. */
class PostingTest {
    private static final Posting POSTING = new Posting(EntryType.EARN);

    private static Balance balance(String earned, String held, String forfeited) {
        return Balance.open(new BigDecimal(earned), new BigDecimal(held), new BigDecimal(forfeited));
    }

    private static List<String> post(Balance posted, Cause cause, Balance target) {
        return POSTING.entries(posted, List.of(new Stage(cause, target))).stream()
                .map(entry -> entry.type() + " " + entry.cause() + " " + entry.amount())
                .toList();
    }

    @Test
    void a_month_that_falls_out_of_its_band_is_taken_back_in_one_entry() {
        assertThat(post(balance("210.00", "0.00", "0.00"), Cause.RETURN, balance("99.00", "0.00", "0.00")))
                .containsExactly("EARN RETURN -111.00");
    }

    @Test
    void cards_that_come_back_one_by_one_release_the_differences() {
        var sold = balance("10.00", "10.00", "0.00");
        assertThat(post(Balance.ZERO, Cause.SALE, sold)).containsExactly("EARN SALE 10.00", "HOLD SALE 10.00");
        var first = balance("10.00", "6.67", "0.00");
        assertThat(post(sold, Cause.GATE, first)).containsExactly("RELEASE GATE 3.33");
        var second = balance("10.00", "3.33", "0.00");
        assertThat(post(first, Cause.GATE, second)).containsExactly("RELEASE GATE 3.34");
        assertThat(post(second, Cause.GATE, balance("10.00", "0.00", "0.00"))).containsExactly("RELEASE GATE 3.33");
    }

    @Test
    void what_is_lost_leaves_what_is_held_and_can_come_back() {
        var held = balance("10.00", "6.00", "0.00");
        var lost = balance("10.00", "0.00", "6.00");
        assertThat(post(held, Cause.GATE, lost)).containsExactly("FORFEIT GATE 6.00");
        assertThat(post(lost, Cause.DECISION, balance("10.00", "0.00", "0.00")))
                .containsExactly("FORFEIT DECISION -6.00", "RELEASE DECISION 6.00");
    }

    /** 10 were earned at close; since then a late sale has brought 5 and a return has taken 3. */
    @Test
    void after_a_close_what_was_earned_stays_and_the_rest_is_adjusted_and_clawed_back() {
        var close = balance("10.00", "0.00", "0.00");
        var since = new Balance(
                close.earned(), new BigDecimal("5.00"), new BigDecimal("-3.00"), close.held(), close.forfeited());
        assertThat(post(close, Cause.LATE, since)).containsExactly("ADJUST LATE 5.00", "CLAWBACK LATE -3.00");
        assertThat(since.payable()).isEqualByComparingTo("12.00");
    }

    @Test
    void any_way_of_targets_ends_at_the_last_and_a_rerun_posts_nothing() {
        long first = 20261128L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var entries = new ArrayList<Entry>();
            var posted = Balance.ZERO;
            for (int night = 0; night < 5; night++) {
                var stages = List.of(new Stage(Cause.LATE, target(random)), new Stage(Cause.SALE, target(random)));
                entries.addAll(POSTING.entries(posted, stages));
                posted = Balance.of(entries);
                assertThat(posted).as("seed " + seed).isEqualTo(stages.get(1).target());
                assertThat(posted.payable().add(posted.held()).add(posted.forfeited()))
                        .isEqualByComparingTo(posted.total());
                assertThat(POSTING.entries(posted, stages.subList(1, 2)))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
        System.out.printf("postings: 1000 cases from seed %d%n", first);
    }

    private static Balance target(Random random) {
        var earned = BigDecimal.valueOf(random.nextInt(10_000) - 2_000, 2);
        var held = BigDecimal.valueOf(random.nextInt(3_000), 2);
        return Balance.open(earned, held, BigDecimal.valueOf(random.nextInt(3_000), 2));
    }
}
