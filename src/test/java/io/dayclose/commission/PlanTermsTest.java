package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.Plan;
import io.dayclose.text.Bilingual;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version's terms are one text that changes when what it pays changes, and only then. */
class PlanTermsTest {
    private static final String PERCENT = "payee: seller, measure: net-amount, rate: {percent: 10}";
    private static final String BANDS =
            "payee: seller, measure: net-amount, rate: {bands: {mode: marginal, table: [{from: 0, rate: 1}, {from: 500, rate: 3}]}}";

    private static String terms(String version) {
        var plan = Plans.plan("  - {from: 2026-01-01, " + version + "}\n");
        return PlanTerms.of(plan, plan.versions().get(0));
    }

    private static Stream<String> rates() {
        return Stream.of(
                PERCENT,
                PERCENT.replace("10", "12"),
                PERCENT.replace("10", "0"),
                PERCENT.replace("net-amount", "gross-margin"),
                PERCENT.replace("payee: seller", "payee: dealer"),
                PERCENT.replace("payee: seller", "shares: {seller: 70, manager: 30}"),
                "payee: seller, rate: {per-unit: 10}",
                "payee: seller, rate: {per-unit: 12}",
                "payee: seller, rate: {fixed: 10}",
                "payee: dealer, rate: {fixed: 10}",
                "payee: dealer, rate: {fixed: 12}",
                "payee: dealer, rate: {fixed: 10, per: outlet}",
                "payee: dealer, rate: {fixed: 10, per: outlet, prorate: open-days}",
                "payee: manager, rate: {override: {of: [staff], percent: 10}}",
                "payee: manager, rate: {override: {of: [staff, dealers], percent: 10}}",
                "payee: manager, rate: {override: {of: [staff], percent: 12}}",
                BANDS,
                BANDS.replace("marginal", "retroactive"),
                BANDS.replace("marginal", "marginal, of: per-unit"),
                BANDS.replace("500", "600"),
                BANDS.replace("rate: 3", "rate: 4"));
    }

    private static Stream<String> more() {
        return Stream.of(
                        "applies-to: {channel: DEALER}",
                        "applies-to: {channel: CAMPUS}",
                        "applies-to: {category: CAMPUS}",
                        "minimum: {net-amount: 100}",
                        "minimum: {net-amount: 200}",
                        "minimum: {net-quantity: 100}",
                        "cap: 100",
                        "cap: 200",
                        "hold: [{gate: warranty-card, days: 60, then: forfeit}]",
                        "hold: [{gate: warranty-card, days: 60, then: release}]",
                        "hold: [{gate: warranty-card, days: 61, then: forfeit}]",
                        "hold: [{gate: return-window, days: 60}]",
                        "hold: [{gate: deposit-full}]",
                        "hold: [{gate: no-overdue-receivable}]",
                        "returns: {window-days: 90}",
                        "returns: {window-days: 91}",
                        "returns: {after-close: recompute}",
                        "returns: {after-close: none}",
                        "exclusive: {group: g, priority: 1}",
                        "exclusive: {group: h, priority: 1}",
                        "exclusive: {group: g, priority: 2}")
                .map(more -> PERCENT + ", " + more);
    }

    @Test
    void whatever_changes_what_is_paid_changes_them() {
        assertThat(Stream.concat(rates(), more()).map(PlanTermsTest::terms)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rate: {percent: 10}; rate: {percent: 10.00}",
                "rate: {percent: 0}; rate: {percent: 0.00}",
                "rate: {percent: 10}, cap: 100; cap: 100.0, rate: {percent: 10}",
                "rate: {percent: 10}, applies-to: {channel: [DEALER, CAMPUS]}; rate: {percent: 10}, applies-to: {channel: [CAMPUS, DEALER]}",
                "rate: {percent: 10}; rate: {percent: 10}, returns: {after-close: original-rate}",
            })
    void the_order_of_keys_and_zeros_after_the_point_do_not(String one, String other) {
        var common = "payee: seller, measure: net-amount, ";
        assertThat(terms(common + one)).isEqualTo(terms(common + other));
    }

    /** Books keep this text: another one for the same terms would measure every day anew. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "payee: dealer, rate: {fixed: 800, per: outlet, prorate: open-days}; rate: fixed 800 per outlet by open days",
                "payee: dealer, rate: {fixed: 800}; rate: fixed 800",
                "payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, table: [{from: 0, rate: 1.50}]}};"
                        + " rate: bands retroactive percent [0 1.5]",
                "payee: seller, rate: {bands: {mode: marginal, of: per-unit, table: [{from: 0, rate: 30}]}}, measure: net-quantity;"
                        + " rate: bands marginal per unit [0 30]",
                "payee: seller, rate: {per-unit: 30}, hold: [{gate: warranty-card, days: 60, then: forfeit}];"
                        + " gate WARRANTY_CARD: 60 forfeit",
                "payee: seller, rate: {per-unit: 30}, hold: [{gate: warranty-card, days: 60, then: release}];"
                        + " gate WARRANTY_CARD: 60 release",
            })
    void the_same_terms_are_the_same_text_in_every_release(String version, String line) {
        assertThat(terms(version).lines()).contains(line);
    }

    @Test
    void a_title_does_not_either_but_the_kind_of_plan_does() {
        var plan = Plans.plan("  - {from: 2026-01-01, " + PERCENT + "}\n");
        var version = plan.versions().get(0);
        var renamed = new Plan("other", Bilingual.same("Other"), plan.kind(), plan.versions());
        assertThat(PlanTerms.of(renamed, version)).isEqualTo(terms(PERCENT));
        var subsidy = new Plan(plan.name(), plan.title(), Plan.Kind.SUBSIDY, plan.versions());
        assertThat(PlanTerms.of(subsidy, version)).isNotEqualTo(terms(PERCENT));
    }
}
