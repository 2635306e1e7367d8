package io.dayclose.config.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.YamlFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees, tolerance, cycles and pay days by hand-computed vectors, read from a carrier's file. */
class AgreementTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Agreement read(String terms) {
        var problems = new Problems();
        var text = "carrier: SF\ntitle: SF\nagreements:\n  - {from: 2026-01-01, " + terms + "}\n";
        var node = YamlFile.read("sf.yml", text, problems).get(0);
        CarrierShapes.CARRIER.check(node, problems);
        var carrier = new CarrierReader("CNY", SHANGHAI, problems).read(node);
        assertThat(problems.count()).as("%s", problems.sorted()).isZero();
        return carrier.agreements().get(0);
    }

    private static Agreement half(String more) {
        return read("cycle: half-month, pay-by: {first-half: 20, second-half: next-month 5}" + more);
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            percent: 0.3                                             | 1499.60  | 4.50
            percent: 0.3, rounding: down                             | 1499.60  | 4.49
            percent: 0.3, maximum: 50                                | 16666.66 | 50.00
            percent: 0.3, maximum: 50                                | 99999.00 | 50.00
            percent: 0.3, minimum: 1                                 | 100.00   | 1.00
            percent: 0.3, flat: 2                                    | 1000.00  | 5.00
            percent: 0.3, tax-percent: 6                             | 1000.00  | 3.18
            percent: 0.3                                             | 0.00     | 0.00
            percent: 0.3                                             | -500.00  | 0.00
            """)
    void the_agreed_fee_of_an_amount(String fee, String amount, String agreed) {
        assertThat(half(", fee: {" + fee + "}").fee().agreed(money(amount))).isEqualByComparingTo(agreed);
    }

    @Test
    void only_a_netted_fee_is_expected_in_the_line_that_collects() {
        assertThat(half(", fee: {percent: 0.3, mode: netted}").fee().netted(money("1000")))
                .isEqualByComparingTo("3.00");
        assertThat(half(", fee: {percent: 0.3, mode: fee-line}").fee().netted(money("1000")))
                .isZero();
        assertThat(half(", fee: {percent: 0.3, mode: invoiced}").fee().netted(money("1000")))
                .isZero();
    }

    @Test
    void of_amount_and_percentage_the_lesser_is_tolerated_and_the_boundary_is_included() {
        var tolerance = half(", tolerance: {short: 0.50, over: 0.30, percent: 0.1, per-statement: 100}")
                .tolerance();
        assertThat(tolerance.allowsShort(money("0.50"), money("1000"))).isTrue();
        assertThat(tolerance.allowsShort(money("0.51"), money("1000"))).isFalse();
        assertThat(tolerance.allowsShort(money("0.20"), money("200"))).isTrue();
        assertThat(tolerance.allowsShort(money("0.21"), money("200"))).isFalse();
        assertThat(tolerance.allowsOver(money("0.30"), money("1000"))).isTrue();
        assertThat(tolerance.allowsOver(money("0.31"), money("1000"))).isFalse();
        assertThat(tolerance.allowsInStatement(money("100.00"))).isTrue();
        assertThat(tolerance.allowsInStatement(money("100.01"))).isFalse();
        assertThat(half(", tolerance: {short: 0.50}").tolerance().allowsShort(money("0.50"), money("1")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-H1, 2026-11-20",
        "2026-11-15, 2026-11-H1, 2026-11-20",
        "2026-11-16, 2026-11-H2, 2026-12-05",
        "2026-12-31, 2026-12-H2, 2027-01-05",
        "2026-02-28, 2026-02-H2, 2026-03-05",
        "2028-02-29, 2028-02-H2, 2028-03-05"
    })
    void a_day_has_its_half_month_and_that_its_pay_day(LocalDate day, String cycle, LocalDate payBy) {
        var found = half("").cycles().of(day);
        assertThat(found.name()).isEqualTo(cycle);
        assertThat(found.payBy()).isEqualTo(payBy);
    }

    @Test
    void months_weeks_and_pay_days_that_a_month_does_not_have() {
        var month =
                read("cycle: month, pay-by: {month: next-month 31}").cycles().of(LocalDate.parse("2027-01-10"));
        assertThat(month.name() + " " + month.payBy()).isEqualTo("2027-01 2027-02-28");
        var week = read("cycle: week, pay-by: {week: 3}").cycles().of(LocalDate.parse("2027-01-01"));
        assertThat(week.name() + " " + week.from() + " " + week.to() + " " + week.payBy())
                .isEqualTo("2026-W53 2026-12-28 2027-01-03 2027-01-06");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-15T17:59:59, 2026-11-15",
        "2026-11-15T18:00:00, 2026-11-16",
        "2026-11-15T23:59:58, 2026-11-16",
        "2026-02-28T18:00:00, 2026-03-01"
    })
    void after_the_carriers_cut_off_it_is_his_next_day(LocalDateTime at, LocalDate day) {
        var agreement = half(", cut-off: \"18:00\"");
        assertThat(agreement.day(at.toLocalDate(), Optional.of(at), SHANGHAI)).isEqualTo(day);
        assertThat(agreement.day(at.toLocalDate(), Optional.empty(), SHANGHAI)).isEqualTo(at.toLocalDate());
    }

    @Test
    void a_carrier_in_another_zone_has_its_own_day() {
        var agreement = half(", cut-off: \"18:00\", zone: Asia/Tokyo");
        var at = LocalDateTime.parse("2026-11-15T17:00:00");
        assertThat(agreement.day(at.toLocalDate(), Optional.of(at), SHANGHAI)).isEqualTo("2026-11-16");
    }
}
