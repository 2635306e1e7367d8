package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every difference that is left has one name, an amount and a day it is aged from. As of 24 November, grace 3 days, goods 10. */
class BreakRulesTest {
    private static final Agreement AGREEMENT = agreed("INVOICED fee-tolerance=" + Long.MAX_VALUE);

    private static Agreement agreed(String fee) {
        return Owed.agreement(Owed.fee(fee), Tolerance.NONE);
    }

    private static BreakRules.Subject subject(Agreement agreement, String owed, String lines) {
        var items = each(owed).map(text -> Owed.parcel("W1", text)).toList();
        var stated = new ArrayList<StatementLine>();
        each(lines).forEach(text -> stated.add(Owed.line(stated.size() + 1L, "W1", text)));
        return new BreakRules.Subject("SF", "W1", agreement, items, stated, owed.contains("goods=back"));
    }

    private static Stream<String> each(String texts) {
        return Arrays.stream(texts.split(",")).filter(text -> !text.isBlank());
    }

    private static List<Finding> found(Agreement agreement, String owed, String lines) {
        return BreakRules.of(subject(agreement, owed, lines), Owed.NIGHT);
    }

    /** What differs, by how much, since when. */
    private static String differences(String owed, String lines) {
        return found(AGREEMENT, owed, lines).stream()
                .map(each -> each.type() + " " + each.amount() + " since " + each.basis())
                .collect(Collectors.joining(", "));
    }

    private static String sentence(String owed, String lines) {
        var why = found(AGREEMENT, owed, lines).get(0).why();
        return why.sentence() + " "
                + why.values().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Due 20 + grace 3 = 23 < 24: a break; due 21: 24 is not before 24. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2000.00 due=2026-11-20; NOT_REMITTED 2000.00 since 2026-11-20",
                "2000.00 due=2026-11-21; ''",
                "2000.00 due=2026-11-20 SHIPPED; ''",
                "2000.00 due=2026-11-20 proposed=B1; ''",
                "2000.00 due=2026-11-20 settled=2000.00; ''",
                "2000.00 due=2026-11-20 RETURNED adjusted=-2000.00 goods=back; ''",
                "2000.00 due=2026-11-20 written=2000.00; ''",
                "2000.00 undue; ''",
                "2000.00 due=2026-11-20 settled=0.40 tolerated=0.40; NOT_REMITTED 1999.60 since 2026-11-20",
            })
    void what_is_due_past_grace_and_was_never_paid_is_not_remitted(String owed, String expected) {
        assertThat(differences(owed, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "300.00 due=2026-12-05 settled=250.00; SHORT 50.00 since 2026-12-05",
                "300.00 due=2026-11-01 settled=250.00; SHORT 50.00 since 2026-11-01",
                "300.00 undue on=2026-11-06 settled=250.00; SHORT 50.00 since 2026-11-06",
                "300.00 due=2026-11-01 settled=250.00 proposed=B1; ''",
            })
    void what_is_left_of_what_was_paid_in_part_is_short_whatever_its_age(String owed, String expected) {
        assertThat(differences(owed, "")).isEqualTo(expected);
    }

    /** 1000 were due, or 1000 − 400 written off; cases 7 and 16. */
    @Test
    void short_says_what_was_due_what_came_and_what_may_be_why() {
        assertThat(sentence("1000.00 settled=600.00", "")).isEqualTo("SHORT 1000.00 600.00 400.00");
        assertThat(sentence("1000.00 settled=500.00 written=400.00", "")).isEqualTo("SHORT 600.00 500.00 100.00");
        assertThat(sentence("1000.00 settled=998.00", "995.00 placed=998.00 restated=3.00"))
                .isEqualTo("SHORT_UNSPLIT 1000.00 998.00 2.00");
        assertThat(sentence("1000.00 settled=998.00", "998.00 placed=998.00, 5.00 restated=3.00"))
                .as("the line that leaves the fee out has not paid for it")
                .startsWith("SHORT 1000.00");
        assertThat(sentence("1000.00 settled=800.00 changed=2026-11-04T10:30", ""))
                .isEqualTo("SHORT_CHANGED 1000.00 800.00 200.00 2026-11-04 10:30");
    }

    /** Sums by reason, aged from the first night; a duplicate that the bank never paid is still a question. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "30.00 reason=UNKNOWN_WAYBILL night=2026-11-22, 20.00 reason=UNKNOWN_WAYBILL night=2026-11-20;"
                        + " UNKNOWN_WAYBILL 50.00 since 2026-11-20",
                "30.00 reason=OVER night=2026-11-22, 20.00 reason=CURRENCY night=2026-11-20;"
                        + " OVER 30.00 since 2026-11-22, CURRENCY 20.00 since 2026-11-20",
                "-80.00 REFUND reason=REFUND_UNEXPECTED; REFUND_UNEXPECTED 80.00 since 2026-11-24",
                "600.00 reason=DUPLICATE_LINE uncovered=600.00; DUPLICATE_LINE 600.00 since 2026-11-24",
                "100.00 placed=70.00 reason=OVER; OVER 30.00 since 2026-11-24",
                "100.00 placed=100.00 reason=OVER; ''",
                "100.00 reason=PROPOSED, 100.00 reason=UNMATCHED, 100.00; ''",
            })
    void cash_that_nobody_can_place_is_summed_by_its_reason(String lines, String expected) {
        assertThat(differences("", lines)).isEqualTo(expected);
    }

    @Test
    void cash_that_waits_names_its_first_line_and_what_was_due() {
        var lines =
                "7.00 reason=CURRENCY night=2026-11-01, 30.00 reason=OVER statement=S3, 40.00 reason=OVER statement=S2";
        assertThat(found(AGREEMENT, "1000.00 settled=1000.00, 500.00 LOST LOST_CLAIM settled=500.00", lines))
                .filteredOn(each -> each.type() == BreakType.OVER)
                .extracting(Finding::why)
                .containsExactly(Finding.Why.of(
                        "OVER",
                        "S2",
                        3L,
                        Words.of("40.00").amount(),
                        Words.of("1500.00").amount(),
                        Words.of("70.00").amount(),
                        ""));
        assertThat(sentence("800.00 settled=800.00 changed=2026-11-04T10:30", "1000.00 placed=800.00 reason=OVER"))
                .isEqualTo("OVER_CHANGED S1 1 1000.00 800.00 200.00 2026-11-04 10:30");
        assertThat(sentence("800.00 changed=2026-11-04T10:30", "80.00 reason=CURRENCY"))
                .isEqualTo("CURRENCY S1 1 80.00 800.00 80.00 2026-11-04 10:30");
    }

    /** Of 1000 a fee of 0.3 % is 3.00, of 450 it is 1.35; 0.05 may differ. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.3; 1000.00 fee=3.05; ''",
                "0.3; 1000.00 fee=3.06; FEE_VARIANCE 0.06",
                "0.3; 1000.00 fee=2.94; FEE_VARIANCE 0.06",
                "0.3; 1000.00 fee=8.00; FEE_VARIANCE 5.00",
                "0.3; 450.00 fee=5.00; FEE_VARIANCE 3.65",
                "0.3; 450.00 fee=5.00, 1000.00 fee=2.00, 1000.00 fee=3.04; FEE_VARIANCE 4.65",
                "0.3; 450.00 fee=5.00 CLAIM, -450.00 fee=-5.00 REFUND; ''",
                "0.3 fee-tolerance=2.00; 1000.00 fee=5.00; ''",
                "0.3 fee-tolerance=2.00; 995.00 restated=5.00; FEE_VARIANCE 2.00",
                "0.3 fee-tolerance=2.00; 996.95 restated=3.05; ''",
                "0.3 fee-tolerance=0.01; 996.98 restated=3.02; FEE_VARIANCE 0.02",
                "0.3 FEE_LINE; 1000.00 fee=3.00; FEE_VARIANCE 3.00",
            })
    void a_fee_that_is_not_the_agreed_one_is_a_variance_line_by_line(String fee, String lines, String expected) {
        assertThat(fees(fee, "", lines)).isEqualTo(expected);
    }

    private static String fees(String fee, String owed, String lines) {
        return found(agreed(fee), owed, lines).stream()
                .map(each -> each.type() + " " + each.amount())
                .collect(Collectors.joining(", "));
    }

    /** Cases 14 and 45: a refusal costs 8; where fees are lines of their own, 0.3 % of all 1000 are 3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REFUSED; NETTED; fee=8.00 FEE; ''",
                "PART_REFUSED; NETTED; fee=8.00 FEE; ''",
                "REFUSED; NETTED; fee=8.05 FEE; ''",
                "REFUSED; NETTED; fee=8.06 FEE; FEE_VARIANCE 0.06",
                "REFUSED; NETTED; fee=5.00 FEE; FEE_VARIANCE 3.00",
                "DELIVERED; NETTED; fee=8.00 FEE; FEE_VARIANCE 8.00",
                "DELIVERED; FEE_LINE; 600.00, 400.00, fee=3.00 FEE; ''",
                "DELIVERED; FEE_LINE; 600.00, 400.00, 400.00 CLAIM, fee=1.00 FEE, fee=2.00 FEE; ''",
                "DELIVERED; FEE_LINE; 1000.00, fee=5.00 FEE; FEE_VARIANCE 2.00",
                "DELIVERED; FEE_LINE; 1000.00; ''",
                "PART_REFUSED; FEE_LINE; 1000.00, fee=11.00 FEE; ''",
            })
    void fees_in_lines_of_their_own_are_for_what_was_collected_or_refused(
            String status, String mode, String lines, String expected) {
        assertThat(fees("0.3 refusal=8.00 " + mode, "0.00 undue " + status, lines))
                .isEqualTo(expected);
    }

    @Test
    void a_fee_variance_says_what_was_charged_and_what_is_agreed() {
        var found = found(agreed("0.3 refusal=8.00"), "0.00 PART_REFUSED", "1000.00 fee=8.00, fee=9.00 FEE");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).amount()).isEqualByComparingTo("6.00");
        assertThat(found.get(0).basis()).isEqualTo(Owed.NIGHT);
        assertThat(found.get(0).why().values())
                .containsExactly(Words.of("17.00").amount(), Words.of("11.00").amount());
    }

    /** Case 39, and never two of one type. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1000.00 settled=1000.00 SHIPPED; ; STATUS 1000.00 since 2026-11-24",
                "1000.00 settled=1000.00 LOST; ; STATUS 1000.00 since 2026-11-24",
                "1000.00 settled=1000.00; ; ''",
                "1000.00 SHIPPED; ; ''",
                "1000.00 settled=1000.00 LOST LOST_CLAIM; ; ''",
                "1000.00 settled=920.00 SHIPPED; 80.00 reason=STATUS; STATUS 80.00 since 2026-11-24",
                "1000.00 settled=920.00 SHIPPED; 80.00 reason=CURRENCY;"
                        + " CURRENCY 80.00 since 2026-11-24, STATUS 920.00 since 2026-11-24",
            })
    void what_was_paid_although_it_is_on_its_way_or_lost_is_a_question(String owed, String lines, String expected) {
        assertThat(differences(owed, lines == null ? "" : lines)).isEqualTo(expected);
    }

    /** Of 13 November + 10 = 23 < 24: not back; of 14 it is 24, not before 24. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1000.00 RETURNED adjusted=-1000.00 on=2026-11-13; GOODS_NOT_BACK 1000.00 since 2026-11-23",
                "1000.00 RETURNED adjusted=-1000.00 on=2026-11-14; ''",
                "700.00 REFUSED adjusted=-700.00 on=2026-11-06; GOODS_NOT_BACK 700.00 since 2026-11-16",
                "900.00 PART_REFUSED adjusted=-300.00 settled=600.00 on=2026-11-06; GOODS_NOT_BACK 300.00 since 2026-11-16",
                "700.00 REFUSED adjusted=-700.00 on=2026-11-06 goods=back; ''",
                "900.00 PART_REFUSED settled=900.00 on=2026-11-06; ''",
                "700.00 LOST adjusted=-700.00 on=2026-11-06; ''",
                "700.00 CONSIGNMENT_SETTLEMENT adjusted=-700.00 on=2026-11-06; ''",
            })
    void goods_whose_cash_was_cancelled_must_be_back_in_time(String owed, String expected) {
        assertThat(differences(owed, "")).isEqualTo(expected);
    }

    /** Due 24 + grace 3 is a break from the 28th, goods of the 14th from the 25th; what is one already is not to come. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "100.00 due=2026-11-24; 2026-11-28",
                "100.00 due=2026-11-21; 2026-11-25",
                "100.00 due=2026-11-20; never",
                "100.00 due=2026-11-24 settled=100.00; never",
                "100.00 undue; never",
                "900.00 due=2026-11-24 PART_REFUSED adjusted=-300.00 on=2026-11-14; 2026-11-25",
                "900.00 due=2026-11-24 PART_REFUSED adjusted=-300.00 on=2026-11-20; 2026-11-28",
                "900.00 due=2026-11-24 PART_REFUSED adjusted=-300.00 on=2026-11-13; 2026-11-28",
                "900.00 due=2026-11-24 PART_REFUSED adjusted=-300.00 on=2026-11-14 goods=back; 2026-11-28",
            })
    void the_next_date_on_which_time_alone_brings_a_difference(String owed, String expected) {
        assertThat(BreakRules.attention(subject(AGREEMENT, owed, ""), Owed.NIGHT)
                        .map(Object::toString)
                        .orElse("never"))
                .isEqualTo(expected);
    }

    @Test
    void the_same_difference_keeps_its_key_over_the_nights() {
        assertThat(found(AGREEMENT, "300.00 settled=250.00", "").get(0).key()).isEqualTo("SHORT:SF:W1");
    }
}
