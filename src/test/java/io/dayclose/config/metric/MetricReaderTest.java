package io.dayclose.config.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.yaml.Problems;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a metric's file says of itself. */
class MetricReaderTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Metric read(String text) {
        return new MetricReader(problems).read("sql/metric/mine.sql", text);
    }

    @Test
    void a_file_that_says_nothing_counts_money_and_adds_up() {
        assertThat(read("SELECT 1;\n")).isEqualTo(new Metric("mine", Unit.CNY, true, "SELECT 1"));
    }

    @Test
    void a_proportion_does_not_add_up_and_pieces_may_not() {
        assertThat(read("-- unit: ratio\nSELECT 1").adds()).isFalse();
        assertThat(read("-- unit: pieces\nSELECT 1").adds()).isTrue();
        assertThat(read("-- unit: pieces\n-- adds: no\nSELECT 1").adds()).isFalse();
        assertThat(problems.count()).isZero();
    }

    @Test
    void slips_are_named_with_their_lines() {
        read("-- mine\n-- unit: kg\n-- adds: perhaps\nSELECT 1");
        assertThat(problems.sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "sql/metric/mine.sql:2: \"kg\" is not possible here; write CNY | pieces | ratio | points [DC-105]",
                        "sql/metric/mine.sql:3: \"perhaps\" is not possible here; write yes | no [DC-105]");
    }

    @Test
    void a_home_has_those_delivered_and_its_own_win() {
        var metrics = new TestHome(folder)
                .write("sql/metric/expense.sql", "-- unit: points\nSELECT 2")
                .write("sql/metric/mine.sql", "SELECT 3")
                .home()
                .metrics();
        assertThat(metrics)
                .containsKeys("net-amount", "collection", "reports-on-time", "mine")
                .containsEntry("expense", new Metric("expense", Unit.POINTS, false, "-- unit: points\nSELECT 2"));
        assertThat(metrics.get("net-quantity").unit()).isEqualTo(Unit.PIECES);
    }

    @Test
    void parts_it_shares_with_reports_stand_in_it_and_must_be_there() {
        var home = new TestHome(folder).write("sql/report/part/one.sql", "SELECT 1\n");
        home.write("sql/metric/mine.sql", "-- unit: pieces\n-- include: report/part/one.sql\n");
        assertThat(home.home().metrics().get("mine").sql()).isEqualTo("-- unit: pieces\nSELECT 1");
        home.write("sql/metric/mine.sql", "-- include: report/part/two.sql\n");
        assertThat(home.load().problems().sorted())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly(
                        "sql/metric/mine.sql: there is no sql/report/part/two.sql here; create it or correct the name [DC-107]");
    }
}
