package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.Receivable.Track;
import io.dayclose.consignment.WaybillMatch.Case;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of one waybill pay of it, and what is left of either. {@code -Dwaybill.seed}. */
class WaybillMatchTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-24");

    private static Receivable parcel(ParcelStatus status, String gross) {
        return Owed.parcel("W1", gross, new Track(status, NIGHT, "", "", "", null, 1));
    }

    private static List<StatementLine> lines(String amounts) {
        var each = amounts.isEmpty() ? new String[0] : amounts.split(" ");
        return IntStream.range(0, each.length)
                .mapToObj(i -> Owed.line(i + 1L, "W1", each[i]))
                .toList();
    }

    /** Movements, each with its pass (3: exactly what is due, 4: any other amount), and after a bar breaks. */
    private static String outcome(Optional<Receivable> cod, boolean elsewhere, List<StatementLine> lines) {
        var agreement = Owed.agreement(Tolerance.NONE);
        var outcome = WaybillMatch.match(new Case(agreement, elsewhere, cod, Optional.empty(), lines));
        var subject = new BreakRules.Subject(
                "SF", "W1", agreement, outcome.cod().stream().toList(), lines, false);
        var moved = outcome.entries().stream().map(each -> each.line() + ":" + each.amount() + "/" + each.pass());
        var breaks = BreakRules.of(subject, NIGHT).stream().map(each -> each.type() + " " + each.amount());
        return String.join(" ", moved.toList()) + "|" + String.join(" ", breaks.toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00; 100.00; 1:100.00/3|",
                "100.00; 90.00; 1:90.00/4|SHORT 10.00",
                "100.00; 110.00; 1:100.00/4|OVER 10.00",
                "100.00; 60.00 40.00; 1:60.00/4 2:40.00/3|",
                "100.00; 60.00 30.00; 1:60.00/4 2:30.00/4|SHORT 10.00",
                "100.00; 60.00 50.00; 1:60.00/4 2:40.00/4|OVER 10.00",
                "100.00; 100.00 100.00; 1:100.00/3|DUPLICATE_LINE 100.00",
                "100.00; 100.00 30.00; 1:100.00/3|OVER 30.00",
            })
    void lines_pay_a_delivered_parcel_in_their_order(String due, String paid, String expected) {
        assertThat(outcome(Optional.of(parcel(ParcelStatus.DELIVERED, due)), false, lines(paid)))
                .isEqualTo(expected);
    }

    @Test
    void what_nobody_owes_is_unknown_here_or_another_carriers() {
        assertThat(outcome(Optional.empty(), false, lines("80.00"))).isEqualTo("|UNKNOWN_WAYBILL 80.00");
        assertThat(outcome(Optional.empty(), true, lines("80.00"))).isEqualTo("|WRONG_CARRIER 80.00");
    }

    @Test
    void a_parcel_that_is_on_its_way_or_lost_is_not_paid() {
        for (var status : List.of(ParcelStatus.SHIPPED, ParcelStatus.LOST)) {
            assertThat(outcome(Optional.of(parcel(status, "80.00")), false, lines("80.00")))
                    .as("%s", status)
                    .startsWith("|STATUS 80.00");
        }
    }

    @Test
    void what_is_almost_whole_asks_for_tolerance_by_the_line_that_paid_last() {
        var lines = lines("50.00 49.60");
        var agreement = Owed.agreement(Owed.tolerance("0.50", "5.00"));
        WaybillMatch.match(new Case(
                agreement, false, Optional.of(parcel(ParcelStatus.DELIVERED, "100.00")), Optional.empty(), lines));
        assertThat(lines)
                .extracting(StatementLine::candidate)
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("0.40"));
    }

    @Test
    void matched_again_with_what_was_placed_before_nothing_moves() {
        var lines = lines("60.00 50.00");
        var agreement = Owed.agreement(Tolerance.NONE);
        var first = WaybillMatch.match(new Case(
                agreement, false, Optional.of(parcel(ParcelStatus.DELIVERED, "100.00")), Optional.empty(), lines));
        var second = WaybillMatch.match(new Case(agreement, false, first.cod(), Optional.empty(), lines));
        assertThat(second.entries()).isEmpty();
        assertThat(second.cod()).isEqualTo(first.cod());
        assertThat(lines)
                .extracting(StatementLine::left)
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("10.00"));
    }

    /** Whatever comes, cash is placed or left, never made; what is due is paid or open. */
    @Test
    void nothing_is_paid_twice_or_lost_and_the_order_given_does_not_matter() {
        long seed = Long.getLong("waybill.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var due = BigDecimal.valueOf(1 + random.nextInt(20_000), 2);
            var paid = Stream.generate(() ->
                            BigDecimal.valueOf(1 + random.nextInt(12_000), 2).toPlainString())
                    .limit(1 + random.nextInt(4))
                    .toArray(String[]::new);
            var lines = lines(String.join(" ", paid));
            var cod = Optional.of(parcel(ParcelStatus.DELIVERED, due.toPlainString()));
            var outcome =
                    WaybillMatch.match(new Case(Owed.agreement(Tolerance.NONE), false, cod, Optional.empty(), lines));
            var placed = lines.stream().map(StatementLine::placed).reduce(BigDecimal.ZERO, BigDecimal::add);
            var what = "-Dwaybill.seed=" + seed + " " + due + " " + Arrays.toString(paid);
            assertThat(outcome.cod().orElseThrow().open()).as(what).isEqualByComparingTo(due.subtract(placed));
            assertThat(outcome.cod().orElseThrow().open().signum()).as(what).isNotNegative();
            var shuffled = new ArrayList<>(lines(String.join(" ", paid)));
            Collections.shuffle(shuffled, random);
            var again = WaybillMatch.match(
                    new Case(Owed.agreement(Tolerance.NONE), false, cod, Optional.empty(), shuffled));
            assertThat(again.entries()).as(what).isEqualTo(outcome.entries());
        }
    }
}
