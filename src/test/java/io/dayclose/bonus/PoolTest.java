package io.dayclose.bonus;

import static io.dayclose.bonus.Bonuses.amounts;
import static io.dayclose.bonus.Bonuses.delivered;
import static io.dayclose.bonus.Bonuses.person;
import static io.dayclose.bonus.Bonuses.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.bonus.Bonus;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pools and their second distribution, worked out by hand. */
class PoolTest {
    private static List<BigDecimal> decimals(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    /** One percent of an outlet's net amount. */
    private static Bonus pool(String by) {
        return Bonuses.read("""
                bonus: pool
                versions:
                  - from: 2026-01-01
                    participants: {role: [SELLER, STORE_DIRECTOR]}
                    pool: {per: outlet, percent: 1, of: net-amount}
                    distribute: {role-weight: {STORE_DIRECTOR: 1.5, SELLER: 1.0}, by: %s}
                    approval: [finance]
                """.formatted(by));
    }

    private static Participant seller(String code) {
        return person(code, "SELLER", "B01", "W001");
    }

    private static TestFigures sold(String amount) {
        return new TestFigures().actual("OUTLET W001", "net-amount", amount);
    }

    @Test
    void a_thousand_over_three_gives_the_odd_fen_to_the_first_by_code() {
        var sheet = sheet(pool("equal"), sold("100000"), seller("P3"), seller("P1"), seller("P2"));
        assertThat(sheet.lines()).extracting(BonusStatement.Line::person).containsExactly("P1", "P2", "P3");
        assertThat(amounts(sheet)).isEqualTo(decimals("333.34", "333.33", "333.33"));
    }

    /**
     * 1.5 % of 123 456.78 is 1 851.85; shares 30 000, 35 000.50, 28 000, 0, 12 000, 0 and 12 345.67 of 117 346.17. Cut off they
     * come to 1 851.83; the largest remainders are those of P7 and P2.
     */
    @Test
    void seven_people_share_by_role_and_what_they_sold() {
        var figures = new TestFigures()
                .actual("OUTLET W001", "net-amount", "123456.78")
                .actual("PERSON P1", "net-amount", "20000")
                .actual("PERSON P2", "net-amount", "35000.50")
                .actual("PERSON P3", "net-amount", "28000")
                .actual("PERSON P4", "net-amount", "-500")
                .actual("PERSON P5", "net-amount", "15000")
                .actual("PERSON P7", "net-amount", "12345.67");
        var sheet = sheet(
                delivered("store-pool"),
                figures,
                person("P1", "STORE_DIRECTOR", "B01", "W001"),
                seller("P2"),
                seller("P3"),
                seller("P4"),
                person("P5", "PROMOTER", "B01", "W001"),
                person("P6", "PROMOTER", "B01", "W001"),
                seller("P7"));
        assertThat(amounts(sheet))
                .isEqualTo(decimals("473.43", "552.35", "441.87", "0.00", "189.37", "0.00", "194.83"));
        assertThat(sheet.total()).isEqualTo("1851.85");
        assertThat(sheet.lines().get(3).reason()).isEqualTo("NO_SHARE");
        assertThat(sheet.missing()).isEmpty();
    }

    @Test
    void when_nobody_sold_anything_roles_alone_decide() {
        var sheet = sheet(
                pool("net-amount"),
                sold("10000").actual("PERSON P1", "net-amount", "-1"),
                person("P1", "STORE_DIRECTOR", "B01", "W001"),
                seller("P2"));
        assertThat(amounts(sheet)).isEqualTo(decimals("60.00", "40.00"));
    }

    @Test
    void a_pool_is_never_below_nothing() {
        var sheet = sheet(pool("equal"), sold("-10000"), seller("P1"), seller("P2"));
        assertThat(amounts(sheet)).isEqualTo(decimals("0.00", "0.00"));
        assertThat(sheet.lines()).extracting(BonusStatement.Line::reason).containsOnly("POOL_EMPTY");
    }

    @Test
    void each_outlet_has_its_own_pool_and_who_has_no_outlet_has_none() {
        var figures = sold("10000").actual("OUTLET W002", "net-amount", "20000");
        var sheet = sheet(
                pool("equal"),
                figures,
                seller("P1"),
                person("P2", "SELLER", "B01", "W002"),
                person("P3", "SELLER", "B01", ""));
        assertThat(amounts(sheet)).isEqualTo(decimals("100.00", "200.00", "0.00"));
        assertThat(sheet.lines().get(2).reason()).isEqualTo("NO_UNIT");
    }

    @Test
    void a_score_that_nobody_gave_is_not_nothing_but_missing() {
        var sheet = sheet(pool("score"), sold("10000").actual("PERSON P1", "score", "80"), seller("P1"), seller("P2"));
        assertThat(sheet.missing()).extracting(Missing::toString).containsExactly("METRIC score PERSON P2");
        assertThat(sheet.lines())
                .extracting(BonusStatement.Line::reason)
                .containsOnly("INCOMPLETE METRIC score PERSON P2");
    }

    @Test
    void an_outlet_without_its_metric_has_no_pool_that_could_be_divided() {
        assertThat(sheet(pool("equal"), new TestFigures(), seller("P1")).missing())
                .extracting(Missing::toString)
                .containsExactly("METRIC net-amount OUTLET W001");
    }
}
