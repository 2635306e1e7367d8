package io.dayclose.bonus;

import static io.dayclose.bonus.Bonuses.card;
import static io.dayclose.bonus.Bonuses.person;
import static io.dayclose.bonus.Bonuses.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A sheet is the same when it says the same, and tells participant by participant what would be different. */
class BonusStatementTest {
    private static final Participant EAST = person("P001", "BRANCH_MANAGER", "B01", "");
    private static final Participant SOUTH = person("P002", "BRANCH_MANAGER", "B02", "");

    private static BonusStatement with(String east, String south, Participant... people) {
        var figures =
                new TestFigures().actual("BRANCH B01", "net-amount", east).actual("BRANCH B02", "net-amount", south);
        return sheet(card("value", "[[0, 0], [100, 100]]"), figures, people);
    }

    @Test
    void the_digest_is_of_what_is_said_not_of_how_it_is_written() {
        assertThat(with("50", "60", EAST, SOUTH).digest())
                .isEqualTo(with("50.00", "60.000", SOUTH, EAST).digest())
                .hasSize(64)
                .isNotEqualTo(with("50.0001", "60", EAST, SOUTH).digest());
    }

    @Test
    void what_would_be_now_stands_beside_what_is_frozen() {
        var frozen = with("50", "60", EAST, SOUTH);
        assertThat(frozen.wouldBe(with("50.0", "60", EAST, SOUTH))).isEmpty();
        assertThat(frozen.wouldBe(with("50", "70", EAST, SOUTH)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.person()).isEqualTo("P002");
                    assertThat(each.frozen().orElseThrow().amount()).isEqualTo("6000.00");
                    assertThat(each.now().orElseThrow().amount()).isEqualTo("7000.00");
                });
    }

    @Test
    void who_comes_or_goes_is_a_difference() {
        var differences = with("50", "60", EAST).wouldBe(with("50", "60", SOUTH));
        assertThat(differences).extracting(BonusStatement.Difference::person).containsExactly("P001", "P002");
        assertThat(differences.get(0).now()).isEmpty();
        assertThat(differences.get(1).frozen()).isEmpty();
    }
}
