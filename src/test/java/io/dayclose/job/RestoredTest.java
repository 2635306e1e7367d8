package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Books;
import io.dayclose.testing.Nights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost after the night of the 22nd and comes back as it was after the 21st; the archive knows more. */
class RestoredTest {
    @TempDir
    private Path folder;

    private TestHome home(String name) {
        return new TestHome(folder.resolve(name))
                .smallCompany()
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}")
                .sales("sale-1.csv", "S1,1,SALE,2026-11-21,W001,P005,G001,1,100.00,,100.00,,,,");
    }

    private static void second(TestHome home) {
        home.sales("sale-2.csv", "S2,1,SALE,2026-11-22,W001,P005,G001,1,200.00,,200.00,,,,");
        home.sales("sale-3.csv", "S3,1,SALE,2026-11-21,W001,P005,G001,1,300.00,,300.00,,,,");
    }

    private static String run(TestHome home, TestDatabase database, String... dates) {
        try (var engine = home.engine(database)) {
            var nights = new Nights(engine);
            for (var date : dates) {
                assertThat(nights.run(date).exitCode()).isZero();
            }
            return Books.digest(engine.work().jdbc());
        }
    }

    @Test
    void a_night_without_files_that_the_archive_holds_is_refused_until_they_are_read_again() {
        var home = home("home");
        var lost = TestDatabase.fresh();
        run(home, lost, "2026-11-21");
        second(home);
        var undisturbed = run(home, lost, "2026-11-22");

        var restored = TestDatabase.fresh();
        run(home("as-it-was"), restored, "2026-11-21");
        var shell = new Shell(home, restored.settings());
        var refused = shell.run("run", "nightly", "--date", "2026-11-22");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err())
                .contains("DC-320", "archive/2026-11-22/sale/sale-2.csv, archive/2026-11-22/sale/sale-3.csv");
        assertThat(shell.run("requeue", "--dry-run", "--format", "csv").lines()).hasSize(3);
        assertThat(shell.run("requeue", "--format", "csv").lines())
                .containsExactly(
                        "file,night",
                        "archive/2026-11-22/sale/sale-2.csv,2026-11-22",
                        "archive/2026-11-22/sale/sale-3.csv,2026-11-22");
        assertThat(run(home, restored, "2026-11-22")).isEqualTo(undisturbed);
    }

    @Test
    void an_empty_database_beside_a_full_archive_makes_the_same_books_again() {
        var home = home("home");
        var lost = TestDatabase.fresh();
        run(home, lost, "2026-11-21");
        second(home);
        var undisturbed = run(home, lost, "2026-11-22");
        var empty = TestDatabase.fresh();
        var shell = new Shell(home, empty.settings());
        assertThat(shell.run("run", "nightly", "--date", "2026-11-21").code()).isEqualTo(3);
        assertThat(shell.run("requeue").code()).isZero();
        assertThat(run(home, empty, "2026-11-21", "2026-11-22")).isEqualTo(undisturbed);
    }

    @Test
    void what_came_late_for_a_night_that_is_finished_in_the_restored_books_is_read_by_the_next_one() {
        var home = home("home");
        var lost = TestDatabase.fresh();
        run(home, lost, "2026-11-21");
        home.write(
                "archive/2026-11-21/sale/2-sale-1.csv",
                "doc_no,line_no,kind,business_date,outlet_code,seller_code,product_code,quantity,unit_price,amount\n"
                        + "S9,1,SALE,2026-11-21,W001,P005,G001,1,50.00,50.00\n");
        var shell = new Shell(home, lost.settings());
        assertThat(shell.run("requeue", "--format", "csv").lines())
                .contains("archive/2026-11-21/sale/2-sale-1.csv,2026-11-22");
        run(home, lost, "2026-11-22");
        try (var engine = home.engine(lost)) {
            assertThat(
                            new Nights(engine)
                                    .rows(
                                            "SELECT name, state FROM feed_source WHERE night = '2026-11-22' AND feed = 'sale' AND kind = 'FILE'"))
                    .containsExactly("sale-1.csv DONE");
        }
    }

    @Test
    void decisions_and_mended_vouchers_that_came_after_the_backup_go_back_to_the_inbox_under_their_names() {
        var home = home("home");
        var restored = TestDatabase.fresh();
        run(home, restored, "2026-11-21");
        home.write("archive/2026-11-21/decisions/2-回款与代收对账_B01_2026-11-20.xlsx", "decided")
                .write("archive/2026-11-21/returned-vouchers/3-south_退回凭证_B01_2026-11-20.xlsx", "mended");
        var shell = new Shell(home, restored.settings());
        assertThat(shell.run("run", "nightly", "--date", "2026-11-22").err()).contains("DC-320", "/decisions/2-回款");
        assertThat(shell.run("requeue").code()).isZero();
        assertThat(home.folder().resolve("inbox/回款与代收对账_B01_2026-11-20.xlsx")).hasContent("decided");
        assertThat(home.folder().resolve("inbox/退回凭证_B01_2026-11-20.xlsx")).hasContent("mended");
    }
}
