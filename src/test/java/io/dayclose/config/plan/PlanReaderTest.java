package io.dayclose.config.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.PayeeGate;
import io.dayclose.config.plan.PlanVersion.Returns.AfterClose;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans are read as they are meant, and every slip is named with its line and what to write. */
class PlanReaderTest {
    private static final String HANDSET = """
            plan: handset
            title: {zh: 社会渠道终端佣金, en: Dealer handset commission}
            kind: commission
            versions:
              - from: 2026-10-01
                payee: dealer
                applies-to: {channel: [DEALER, CAMPUS], category: HANDSET}
                measure: net-amount
                rate:
                  bands:
                    mode: retroactive
                    of: percent
                    table: [{from: 0, rate: 1.0}, {from: 10000, rate: 2.0}]
                minimum: {net-amount: 20000, gross-margin: 1500}
                cap: 80000
                hold:
                  - {gate: warranty-card, days: 60, then: release}
                  - {gate: deposit-full}
                returns: {window-days: 90, after-close: recompute}
                exclusive: {group: handset, priority: 10}
            """;

    @TempDir
    private Path folder;

    private List<String> problems(String plan) {
        return new TestHome(folder)
                .write("jobs-config/plans/test.yml", plan).load().problems().sorted().stream()
                        .map(problem -> problem.text(Language.EN))
                        .toList();
    }

    @Test
    void everything_a_plan_can_say_is_understood() {
        var home = new TestHome(folder)
                .write("jobs-config/plans/handset.yml", HANDSET)
                .write("jobs-config/plans/boss.yml", """
                plan: boss
                title: Managers
                kind: commission
                versions: [{from: 2026-10-15, payee: manager, rate: {override: {of: [handset], percent: 10}}}]
                """)
                .home();
        var version =
                home.plans().get("handset").on(LocalDate.parse("2026-11-22")).orElseThrow();
        assertThat(version.shares()).containsExactly(new PlanVersion.Share(Payee.DEALER, 100));
        assertThat(version.appliesTo())
                .containsEntry(Trait.CHANNEL, List.of("DEALER", "CAMPUS"))
                .containsEntry(Trait.CATEGORY, List.of("HANDSET"));
        assertThat(version.minimum()).containsOnlyKeys(Measure.NET_AMOUNT, Measure.GROSS_MARGIN);
        assertThat(version.gates().ofLines()).singleElement().satisfies(gate -> assertThat(gate.forfeits())
                .isFalse());
        assertThat(version.gates().ofPayees()).containsExactly(PayeeGate.DEPOSIT_FULL);
        assertThat(version.returns().afterClose()).isEqualTo(AfterClose.RECOMPUTE);
        assertThat(home.plans().get("handset").on(LocalDate.parse("2026-09-30")))
                .isEmpty();
    }

    @Test
    void slips_are_named_with_their_line() {
        assertThat(problems("""
                plan: test
                title: Test
                kind: commission
                versions:
                  - from: 2026-10-02
                    payee: dealer
                    measure: net-amount
                    rate:
                      bands: {mode: marginal, table: [{from: 0, rate: 1}, {from: 50000, rate: 2}]}
                  - from: 2026-11-01
                    shares: {seller: 70, manager: 20}
                    measure: net-amount
                    rate: {percent: 1}
                  - from: 2026-12-01
                    payee: seller
                    rate: {percent: 1, per-unit: 30}
                  - from: 2027-01-01
                    payee: seller
                    measure: net-amount
                    rate:
                      bands:
                        mode: marginal
                        table:
                          - {from: 100, rate: 1}
                          - {from: 50000, rate: 2}
                          - {from: 45000, rate: 3}
                  - from: 2027-02-01
                    rate: {override: {of: [tset], percent: 10}}
                """))
                .containsExactly(
                        "jobs-config/plans/test.yml:5: a version with bands, minimum, cap or fixed pays by the whole month and cannot begin on 2026-10-02; write 2026-10-01 or the first of a later month [DC-132]",
                        "jobs-config/plans/test.yml:11: the shares add up to 90 percent, not to 100 (-10); change one of them [DC-135]",
                        "jobs-config/plans/test.yml:16: a version pays by exactly one of percent, per-unit, bands, fixed, override; keep one [DC-136]",
                        "jobs-config/plans/test.yml:24: band 1 starts at 100; the first band starts at 0, or what lies below would have no rate [DC-137]",
                        "jobs-config/plans/test.yml:26: band 3 starts at 45000, not above band 2 (50000); bands must rise, each one pays from its own start up to the next [DC-138]",
                        "jobs-config/plans/test.yml:27: a version says who is paid by exactly one of payee and shares; keep one [DC-134]",
                        "jobs-config/plans/test.yml:28: there is no \"tset\"; write \"test\" or declare it [DC-118]");
    }

    @Test
    void versions_follow_each_other() {
        assertThat(problems("""
                plan: test
                title: Test
                kind: subsidy
                versions:
                  - {from: 2026-11-01, payee: dealer, rate: {fixed: 800, per: outlet, prorate: open-days}}
                  - {from: 2026-11-01, payee: dealer, rate: {fixed: 900}}
                """))
                .containsExactly(
                        "jobs-config/plans/test.yml:6: this version begins on 2026-11-01, not after the one before it (2026-11-01); versions stand in the order of their first days [DC-131]");
    }

    @Test
    void an_amount_for_each_outlet_is_paid_to_whom_the_outlet_belongs() {
        assertThat(problems("""
                plan: test
                title: Test
                kind: subsidy
                versions:
                  - {from: 2026-11-01, payee: outlet, rate: {fixed: 800, per: outlet}}
                  - {from: 2026-12-01, payee: seller, rate: {fixed: 800, per: outlet}}
                """))
                .containsExactly(
                        "jobs-config/plans/test.yml:6: per: outlet is paid to a dealer or an outlet; write payee: dealer or payee: outlet [DC-617]");
    }
}
