package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.Rate;
import io.dayclose.ledger.Balance;
import io.dayclose.ledger.Cause;
import io.dayclose.ledger.Entry;
import io.dayclose.ledger.EntryType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A manager earns a part of what his people earn, give back and keep. */
class OverridePostingTest {
    private static final Rate.Override TEN = new Rate.Override(List.of("staff"), new BigDecimal("10"));

    private static OverridePosting open() {
        return new OverridePosting(EntryType.EARN, TEN, Optional.empty());
    }

    private static Entry entry(EntryType type, Cause cause, String amount) {
        return new Entry(type, cause, new BigDecimal(amount));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(each -> each.type() + " " + each.cause() + " " + each.amount())
                .toList();
    }

    @Test
    void each_cause_of_his_peoples_night_brings_its_own_part() {
        var night =
                List.of(entry(EntryType.EARN, Cause.SALE, "210.00"), entry(EntryType.EARN, Cause.RETURN, "-111.00"));
        assertThat(texts(open().entries(Balance.ZERO, Balance.of(night), night, Cause.CORRECTION)))
                .containsExactly("EARN SALE 21.00", "EARN RETURN -11.10");
    }

    @Test
    void what_his_people_wait_for_is_his_all_the_same() {
        var night = List.of(entry(EntryType.EARN, Cause.SALE, "30.00"), entry(EntryType.HOLD, Cause.SALE, "30.00"));
        assertThat(texts(open().entries(Balance.ZERO, Balance.of(night), night, Cause.CORRECTION)))
                .containsExactly("EARN SALE 3.00");
    }

    @Test
    void somebody_who_changes_managers_takes_his_earnings_along() {
        var people = Balance.of(List.of(entry(EntryType.EARN, Cause.SALE, "500.00")));
        var posted = Balance.of(List.of(entry(EntryType.EARN, Cause.SALE, "80.00")));
        assertThat(texts(open().entries(posted, people, List.of(), Cause.CORRECTION)))
                .containsExactly("EARN CORRECTION -30.00");
    }

    @Test
    void after_the_close_he_follows_what_is_adjusted_and_taken_back() {
        var closed = new OverridePosting(EntryType.EARN, TEN, Optional.of(new BigDecimal("21.00")));
        var posted = Balance.of(List.of(entry(EntryType.EARN, Cause.SALE, "21.00")));
        var night = List.of(
                entry(EntryType.ADJUST, Cause.LATE, "20.00"), entry(EntryType.CLAWBACK, Cause.RETURN, "-12.00"));
        var people = Balance.of(List.of(entry(EntryType.EARN, Cause.SALE, "210.00"), night.get(0), night.get(1)));
        assertThat(texts(closed.entries(posted, people, night, Cause.CORRECTION)))
                .containsExactly("ADJUST LATE 2.00", "CLAWBACK RETURN -1.20");
    }

    @Test
    void nights_add_up_to_his_part_of_the_month_and_of_nothing_he_has_nothing() {
        long first = 20261202L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var people = Balance.ZERO;
            var posted = Balance.ZERO;
            for (int night = 0; night < 6; night++) {
                var since = new ArrayList<Entry>();
                for (var cause : List.of(Cause.LATE, Cause.SALE, Cause.RETURN)) {
                    var amount = night == 5 && cause == Cause.RETURN
                            ? people.plus(Balance.of(since)).earned().negate()
                            : BigDecimal.valueOf(1 + random.nextInt(90_000), 2);
                    since.add(new Entry(EntryType.EARN, cause, amount));
                }
                people = people.plus(Balance.of(since));
                posted = posted.plus(Balance.of(open().entries(posted, people, since, Cause.CORRECTION)));
            }
            assertThat(posted).as("seed " + seed).isEqualTo(Balance.ZERO);
        }
        System.out.printf("overrides: 1000 cases from seed %d%n", first);
    }
}
