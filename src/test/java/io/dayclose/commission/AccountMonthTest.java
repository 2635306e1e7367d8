package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account's lines, summed: what lines that counted for it once leave behind, and what waits. */
class AccountMonthTest {
    private static final LocalDate SOLD = LocalDate.parse("2026-11-10");
    private static final Plan CARDS = Plans.plan(
            "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: warranty-card, days: 10, then: forfeit}]}\n");

    private static Measures net(String amount) {
        return new Measures(new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Bucket bucket(LocalDate card) {
        return Bucket.sold(CARDS.versions().get(0), "W1", SOLD, card);
    }

    /** A sale of 100, and what comes after it: another line, or the same one taken off. */
    @ParameterizedTest
    @CsvSource({"-100, -1, 0", "-100, 1, 1", "-40, -1, 1", "50, 1, 1"})
    void a_bucket_is_no_more_when_its_last_line_counts_for_somebody_else(String amount, long lines, int buckets) {
        var month = new AccountMonth()
                .add(bucket(Bucket.NO_CARD), net("100"))
                .add(bucket(Bucket.NO_CARD), net(amount), lines);
        assertThat(month.sums()).hasSize(buckets);
    }

    @Test
    void measures_of_any_kind_keep_a_bucket() {
        for (var left : List.of(
                net("1"),
                new Measures(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO),
                new Measures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE))) {
            var month = new AccountMonth()
                    .add(bucket(Bucket.NO_CARD), left.plus(net("100")))
                    .add(bucket(Bucket.NO_CARD), net("-100"), -1);
            assertThat(month.sums()).as("%s", left).containsValue(left);
        }
    }

    /** Cards are asked for 10 days, until the 20th. */
    @ParameterizedTest
    @CsvSource({
        "9999-12-31, 2026-11-20, true",
        "9999-12-31, 2026-11-21, false",
        "2026-11-12, 2026-11-12, false",
        "2026-11-12, 2026-11-11, true",
        "1000-01-01, 2026-11-11, false",
    })
    void an_account_waits_while_any_line_of_it_waits_for_its_card(LocalDate card, LocalDate on, boolean waits) {
        var month = new AccountMonth()
                .add(bucket(Bucket.AT_ONCE), net("100"))
                .add(bucket(card), net("100"))
                .add(bucket(card), net("-100"));
        var terms = new Terms(CARDS, YearMonth.from(SOLD), Map.of(), Set.of(), on);
        assertThat(month.target(terms).waits()).isEqualTo(waits);
    }

    @Test
    void lines_are_kept_apart_by_outlet_only_where_an_amount_is_paid_for_each() {
        var outlets = Plans.plan("  - {from: 2026-01-01, payee: dealer, rate: {fixed: 800, per: outlet}}\n");
        assertThat(Bucket.free(outlets.versions().get(0), "W1").unit()).isEqualTo("W1");
        assertThat(bucket(Bucket.AT_ONCE).unit()).isEmpty();
    }

    /** The whole 800, or nothing below a minimum of 100. */
    @ParameterizedTest
    @CsvSource({"100, 800.00", "99.99, 0.00"})
    void a_fixed_amount_for_the_payee_himself_is_paid_once_what_he_sells_reaches_the_minimum(
            String sold, String earned) {
        var plan =
                Plans.plan("  - {from: 2026-01-01, payee: dealer, rate: {fixed: 800}, minimum: {net-amount: 100}}\n");
        var terms = new Terms(plan, YearMonth.from(SOLD), Map.of(), Set.of(), SOLD);
        var month = new AccountMonth().add(Bucket.free(plan.versions().get(0), "W1"), net(sold));
        assertThat(month.target(terms).earned()).hasToString(earned);
    }
}
