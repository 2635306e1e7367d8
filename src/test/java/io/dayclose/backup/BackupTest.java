package io.dayclose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Nights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Backed up after the night of the 21st, lost after that of the 22nd. */
class BackupTest {
    private static final List<String> BOOKS = List.of(
            "SELECT plan, payee_code, origin_month, business_date, type, cause, amount FROM ledger ORDER BY entry_id",
            "SELECT * FROM outlet_day ORDER BY 1, 2",
            "SELECT feed, night, name, state, accepted FROM feed_source WHERE state <> 'EMPTY' AND kind = 'FILE' ORDER BY 1, 2, 3",
            "SELECT report, scope_code, business_date, revision, digest FROM outbox ORDER BY 1, 2, 3, 4",
            "SELECT business_date, digest FROM business_day ORDER BY 1");

    @TempDir
    private Path folder;

    private final TestDatabase lost = TestDatabase.fresh();
    private TestHome home;

    @BeforeEach
    void company() {
        home = new TestHome(folder.resolve("home"))
                .smallCompany()
                .feeds("stock_count")
                .write(
                        "inbox/stock_count-1.csv",
                        "count_no,line_no,counted_at,outlet_code,product_code,quantity\nC1,1,2026-11-21 10:00:00,W001,G001,5\n")
                .plan("sellers", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}")
                .sales("sale-1.csv", "S1,1,SALE,2026-11-21,W001,P005,G001,1,100.00,,100.00,,,,");
    }

    private void firstNight() {
        assertThat(night(lost, "2026-11-21").exitCode()).isZero();
        var done = shell(lost).run("backup", file().toString());
        assertThat(done.code()).as(done.err()).isZero();
    }

    private Path file() {
        return folder.resolve("books.zip");
    }

    private Shell shell(TestDatabase database) {
        return new Shell(home, database.settings());
    }

    private io.dayclose.run.RunResult night(TestDatabase database, String date) {
        try (var engine = home.engine(database)) {
            return new Nights(engine).run(date);
        }
    }

    private void secondDay() {
        home.sales("sale-2.csv", "S2,1,SALE,2026-11-22,W001,P005,G001,1,200.00,,200.00,,,,");
    }

    private List<List<Map<String, Object>>> books(TestDatabase database) {
        var jdbc = new JdbcTemplate(database.dataSource());
        return BOOKS.stream().map(jdbc::queryForList).toList();
    }

    /** One that is written again would have the name it had. */
    private void removeMails() throws IOException {
        for (var mail : mails()) {
            Files.delete(home.folder().resolve("out/mail").resolve(mail));
        }
    }

    private List<String> mails() throws IOException {
        try (var files = Files.list(home.folder().resolve("out/mail"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A server takes no more than its {@code max_allowed_packet} at once. */
    @Test
    void workbooks_of_any_size_come_back_byte_for_byte() throws IOException {
        firstNight();
        var parts = new JdbcTemplate(lost.dataSource());
        var bytes = new byte[4 * 1024 * 1024];
        new java.util.Random(7).nextBytes(bytes);
        for (int part = 0; part < 12; part++) {
            parts.update("INSERT INTO outbox_workbook (outbox_id, part, bytes) VALUES (999, ?, ?)", part, bytes);
        }
        assertThat(shell(lost).run("backup", file().toString()).code()).isZero();
        var empty = TestDatabase.fresh();
        var ended = shell(empty).run("restore", file().toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(new JdbcTemplate(empty.dataSource())
                        .queryForList(
                                "SELECT SHA2(bytes, 256) FROM outbox_workbook WHERE outbox_id = 999", String.class))
                .hasSize(12)
                .containsOnly(parts.queryForObject(
                        "SELECT SHA2(bytes, 256) FROM outbox_workbook WHERE outbox_id = 999 AND part = 0",
                        String.class));
    }

    @Test
    void mails_that_may_have_left_between_backup_and_loss_ask_a_person() throws IOException {
        home.reports();
        firstNight();
        var jdbc = new JdbcTemplate(lost.dataSource());
        jdbc.update(
                "UPDATE outbox_mail SET state = 'RETRY', next_try_at = NOW(), sent_at = NULL ORDER BY mail_id LIMIT 1");
        assertThat(shell(lost).run("backup", file().toString()).code()).isZero();
        removeMails();
        var restored = TestDatabase.fresh();
        shell(restored).run("restore", file().toString());
        shell(restored).run("schedule", "resume");
        send(restored);
        assertThat(mails()).isEmpty();
        assertThat(new JdbcTemplate(restored.dataSource())
                        .queryForList("SELECT DISTINCT state FROM outbox_mail ORDER BY 1", String.class))
                .containsExactly("SENT", "UNCONFIRMED");
    }

    @Test
    void what_is_refused_leaves_no_file_behind() throws IOException {
        firstNight();
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(elsewhere.resolve("inbox"));
        Files.createSymbolicLink(elsewhere.resolve("archive"), Files.createDirectories(folder.resolve("disk")));
        var ended =
                new Shell(home, lost.settings()).typed("--home", elsewhere.toString(), "restore", file().toString());
        assertThat(ended.err()).contains("DC-324");
        assertThat(elsewhere.resolve("archive")).isEmptyDirectory().isSymbolicLink();
        assertThat(elsewhere.resolve("inbox")).isEmptyDirectory();
        assertThat(elsewhere.resolve("jobs-config")).doesNotExist();
    }

    @Test
    void an_archive_on_another_disk_is_in_it_too() throws IOException {
        firstNight();
        var disk = folder.resolve("disk");
        Files.move(home.folder().resolve("archive"), disk);
        Files.createSymbolicLink(home.folder().resolve("archive"), disk);
        assertThat(shell(lost).run("backup", file().toString()).code()).isZero();
        assertThat(digests(file())).containsKey("home/archive/2026-11-21/sale/sale-1.csv");
    }

    @Test
    void restored_every_table_is_as_it_was_and_the_file_is_its_owners() throws IOException {
        firstNight();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        var empty = TestDatabase.fresh();
        var ended = shell(empty).run("restore", file().toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        var again = folder.resolve("again.zip");
        assertThat(shell(empty).run("backup", again.toString()).code()).isZero();
        var before = digests(file());
        var after = digests(again);
        before.keySet().retainAll(after.keySet()); // another test's database may have tables of its own
        after.keySet().retainAll(before.keySet());
        assertThat(after).hasSizeGreaterThan(80).isEqualTo(before);
        assertThat(shell(empty).run("prove").code()).isZero();
    }

    private static Map<String, String> digests(Path file) throws IOException {
        try (var backup = new Restore(file, file.getParent())) {
            var digests = new TreeMap<>(backup.contents().digests());
            digests.remove("tables/lease"); // counts who has worked on the books
            digests.remove("tables/schedule_hold");
            return digests;
        }
    }

    @Test
    void the_lost_night_is_run_again_to_the_same_books_and_nobody_is_mailed_twice() throws IOException {
        home.reports();
        firstNight();
        secondDay();
        night(lost, "2026-11-22");
        removeMails();
        var restored = TestDatabase.fresh();
        var ended = shell(restored).run("restore", file().toString(), "--format", "csv");
        assertThat(ended.lines()).containsExactly("file,night", "archive/2026-11-22/sale/sale-2.csv,2026-11-22");
        var again = night(restored, "2026-11-22");
        assertThat(again.problems().toString()).contains("MAILS_HELD");
        assertThat(shell(restored).run("schedule", "resume").err()).contains("已恢复");
        send(restored);
        assertThat(mails()).isEmpty();
        assertThat(books(restored)).isEqualTo(books(lost));
    }

    @Test
    void who_resumes_the_schedule_before_the_lost_night_is_run_again_mails_nobody_twice_either() throws IOException {
        home.reports();
        firstNight();
        secondDay();
        night(lost, "2026-11-22");
        removeMails();
        var restored = TestDatabase.fresh();
        shell(restored).run("restore", file().toString());
        shell(restored).run("schedule", "resume");
        night(restored, "2026-11-22");
        assertThat(mails()).isEmpty();
    }

    @Test
    void a_night_that_was_not_lost_is_mailed_once_the_schedule_is_resumed() throws IOException {
        home.reports();
        firstNight();
        var before = mails();
        var restored = TestDatabase.fresh();
        shell(restored).run("restore", file().toString());
        secondDay();
        night(restored, "2026-11-22");
        send(restored);
        assertThat(mails()).as("held").isEqualTo(before);
        shell(restored).run("schedule", "resume");
        send(restored);
        assertThat(mails()).hasSizeGreaterThan(before.size());
    }

    private void send(TestDatabase database) {
        try (var engine = home.engine(database)) {
            new io.dayclose.schedule.Scheduler(engine.work(), engine.runner(), new Nights(engine)).sendDue();
        }
    }

    @Test
    void a_home_that_is_lost_too_comes_back_with_its_archive_and_without_passwords() throws IOException {
        firstNight();
        home.write(
                "jobs-config/users.yml",
                "- {user: wang, name: 王芳, roles: [finance], password: \"{bcrypt}$2a$10$abc\", branches: []}\n");
        shell(lost).run("backup", file().toString());
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var restored = TestDatabase.fresh();
        var ended = new Shell(home, restored.settings())
                .typed("--home", elsewhere.toString(), "restore", file().toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(elsewhere.resolve("archive/2026-11-21/sale/sale-1.csv")).exists();
        assertThat(elsewhere.resolve("jobs-config/users.yml"))
                .content()
                .doesNotContain("bcrypt")
                .contains("branches: []");
    }

    @Test
    void a_used_database_a_damaged_file_and_something_else_are_refused() throws IOException {
        firstNight();
        assertThat(shell(lost).run("restore", file().toString()).err()).contains("DC-324");
        var other = Files.writeString(folder.resolve("other.zip"), "no zip");
        assertThat(shell(lost).run("restore", other.toString()).err()).contains("DC-321");
        Files.copy(file(), other, StandardCopyOption.REPLACE_EXISTING);
        try (var zip = FileSystems.newFileSystem(other)) {
            var sales = zip.getPath("tables/sale");
            Files.writeString(sales, Files.readString(sales).replace("100.00", "900.00"));
        }
        var empty = TestDatabase.fresh();
        var ended = shell(empty).run("restore", other.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("tables/sale", "[DC-322]");
        assertThat(new JdbcTemplate(empty.dataSource()).queryForObject("SELECT COUNT(*) FROM sale", Long.class))
                .isZero();
    }
}
