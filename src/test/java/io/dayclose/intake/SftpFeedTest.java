package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.intake.source.Collector;
import io.dayclose.job.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.Line;
import io.dayclose.testing.SftpServer;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.IOException;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.security.GeneralSecurityException;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files fetched from a real SFTP server: nothing is lost, nothing comes twice, what goes wrong is one line. */
class SftpFeedTest extends CompanyNights {
    private static final String LINE = "%s,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,\n";

    @TempDir
    private Path remote;

    private SftpServer server;
    private Line line;

    @Override
    protected TestHome prepared(TestHome company) {
        System.setProperty("TEST_SFTP_PASSWORD", SftpServer.PASSWORD);
        server = new SftpServer(remote);
        line = new Line(server.port());
        server.put("out/readme.txt", "nothing of ours");
        return feed(company, "");
    }

    @AfterEach
    void stopServer() {
        line.close();
        server.close();
        System.clearProperty("TEST_SFTP_PASSWORD");
        System.clearProperty("TEST_SFTP_KEY");
    }

    private TestHome feed(TestHome company, String more) {
        return feed(company, "password: ${TEST_SFTP_PASSWORD}", server.fingerprint(), more);
    }

    private TestHome feed(TestHome company, String login, String hostKey, String more) {
        return company.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source:
                  sftp:
                    host: 127.0.0.1
                    port: %d
                    user: dayclose
                    %s
                    host-key: %s
                    folder: /out
                    files: "sale-*.csv"
                    timeout: 2s
                %skey: [doc_no, line_no]
                complete: stable 1s
                """.formatted(line.port(), login, hostKey, more));
    }

    private static String sales(int from, int to) {
        return TestHome.SALE_HEADER
                + IntStream.rangeClosed(from, to)
                        .mapToObj(i -> LINE.formatted("S" + i))
                        .collect(Collectors.joining());
    }

    private RunResult night() {
        return nights.run("2026-11-22");
    }

    private List<String> taken() {
        return rows("SELECT name, state, accepted FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY 1");
    }

    private String place(String name) {
        return "sftp://127.0.0.1:" + line.port() + "/out" + name;
    }

    private List<String> archived(String night) throws IOException {
        var place = folder.resolve("archive/" + night + "/sale");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String skipped(String why) {
        return "jobs-config/feeds/sale.yml:4: feed sale is skipped: " + place("") + " does not deliver: " + why
                + "; the night goes on without it, what is missing comes with the next night [DC-441]";
    }

    @Test
    void a_file_is_taken_once_stays_where_it_is_and_is_not_even_copied_again() throws IOException {
        server.put("out/sale-华东.csv", sales(1, 3));
        assertThat(night().problems()).isEmpty();
        assertThat(taken()).containsExactly("sale-华东.csv DONE 3");
        assertThat(archived("2026-11-22")).containsExactly("sale-华东.csv");
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-华东.csv DONE 3");
        assertThat(server.reads()).containsExactly("sale-华东.csv");
        assertThat(server.files()).containsExactly("out/readme.txt", "out/sale-华东.csv");
        assertThat(nights.notices()).isEmpty();
    }

    @Test
    void a_copy_that_is_cut_in_the_middle_leaves_nothing_to_be_read_and_comes_whole_with_the_next_try()
            throws IOException {
        server.put("out/sale-1.csv", sales(1, 20_000));
        line.cutAfter(300_000);
        var result = night();
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.problems())
                .extracting(problem -> problem.text(Language.EN))
                .containsExactly("run: 2026-11-22: skipped because a data source did not deliver: sale " + place("")
                        + "; they come with the next night, or run the night again with --reason [DC-414]");
        assertThat(nights.notices())
                .singleElement()
                .asString()
                .startsWith(skipped("the line broke (").split("\\(")[0]);
        assertThat(archived("2026-11-22")).isEmpty();
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("0");
        line.mend();
        assertThat(nights.again("2026-11-22", "the line holds").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 20000");
    }

    @Test
    void the_same_bytes_under_another_name_are_a_duplicate_file() {
        server.put("out/sale-1.csv", sales(1, 2)).put("out/sale-2.csv", sales(1, 2));
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2", "sale-2.csv DUPLICATE 0");
        nights.run("2026-11-23");
        assertThat(server.reads()).containsExactly("sale-1.csv", "sale-2.csv");
        assertThat(nights.notices())
                .containsExactly(place("/sale-2.csv")
                        + ": the same bytes came as sale-1.csv for 2026-11-22; the file is not read again [DC-403]");
    }

    /** Collects as a night does that is killed before it reads. */
    private void collectOnly() {
        var work = engine.work();
        var sale = work.home().feeds().stream()
                .filter(feed -> feed.name().equals("sale"))
                .findFirst()
                .orElseThrow();
        new Collector(new FeedNight(
                        work.home(),
                        sale,
                        LocalDate.of(2026, 11, 22),
                        1,
                        work.jdbc(),
                        work.bulk(),
                        work.clock(),
                        new FeedNight.Manner(false, false),
                        nights::notice))
                .collect();
    }

    @Test
    void killed_between_being_registered_and_put_into_its_place_a_file_is_put_there_by_the_next_try()
            throws IOException {
        feed(home, "    then: delete\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        server.removes(false);
        collectOnly();
        var mark = rows("SELECT mark FROM feed_source WHERE mark IS NOT NULL").get(0);
        var place = folder.resolve("archive/2026-11-22/sale");
        Files.move(place.resolve("sale-1.csv"), place.resolve(mark.substring(0, 16) + ".partial"));
        Files.writeString(place.resolve("0123456789abcdef.partial"), "half of another one");
        server.removes(true);
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        assertThat(archived("2026-11-22")).containsExactly("sale-1.csv");
        assertThat(server.reads()).containsExactly("sale-1.csv");
        assertThat(server.files()).containsExactly("out/readme.txt");
    }

    @Test
    void a_server_with_another_host_key_is_refused_before_anything_is_sent() {
        var other = SftpServer.fingerprint(SftpServer.ecKey());
        feed(home, "password: ${TEST_SFTP_PASSWORD}", other, "");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(nights.notices())
                .containsExactly(skipped("its host key is " + server.fingerprint() + ", the feed's file says " + other
                        + "; nothing was sent to it"));
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void a_wrong_password_costs_this_feed_only() {
        System.setProperty("TEST_SFTP_PASSWORD", "wrong");
        reopen();
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(nights.notices()).containsExactly(skipped("it refuses the login of dayclose"));
        assertThat(rows("SELECT COUNT(*) FROM outlet")).containsExactly("3");
    }

    @Test
    void a_server_that_falls_silent_is_not_waited_for_longer_than_its_timeout() {
        server.put("out/sale-1.csv", sales(1, 20_000));
        line.silentAfter(300_000);
        assertThat(night().exitCode()).isEqualTo(4);
        line.silentAfter(0);
        nights.run("2026-11-23");
        assertThat(nights.notices())
                .containsExactly(skipped("it was silent for 2 s"), skipped("it was silent for 2 s"));
    }

    @Test
    void a_job_that_cannot_do_without_the_server_stops_and_goes_on_once_it_answers() {
        home.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, close-day]\nsource-down: fail\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        line.cutAfter(0);
        var result = night();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.problems().toString())
                .contains("SERVER_DOWN", "extract-sale")
                .doesNotContain("Exception");
        line.mend();
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
    }

    @Test
    void a_private_key_opens_as_well() throws IOException {
        var key = SftpServer.ecKey();
        server.trust(key);
        var text = new ByteArrayOutputStream();
        try {
            new OpenSSHKeyPairResourceWriter()
                    .writePrivateKey(key, "test", null, text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        System.setProperty("TEST_SFTP_KEY", text.toString(StandardCharsets.UTF_8));
        feed(home, "private-key: ${TEST_SFTP_KEY}", server.fingerprint(), "");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void a_file_that_still_grows_waits_and_one_beside_it_does_not() {
        server.put("out/sale-1.csv", sales(1, 2)).put("out/sale-2.csv", sales(3, 3));
        var grown = new AtomicInteger(2);
        server.whenListed(() -> server.put("out/sale-1.csv", sales(1, grown.incrementAndGet())));
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-2.csv DONE 1");
        assertThat(nights.notices())
                .containsExactly(place("/sale-1.csv")
                        + ": the file is still being written; it is left for the next run [DC-405]");
        server.whenListed(() -> {});
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE " + grown.get(), "sale-2.csv DONE 1");
    }

    @Test
    void what_is_deleted_there_is_in_the_archive_first_and_what_cannot_be_deleted_is_not_taken_again() {
        feed(home, "    then: delete\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        server.removes(false);
        assertThat(night().exitCode()).isZero();
        assertThat(nights.notices()).singleElement().asString().startsWith(place("/sale-1.csv"));
        assertThat(nights.notices().get(0))
                .startsWith(place("/sale-1.csv")
                        + ": it is in the archive, but could not be taken away from there: the server says \"")
                .endsWith("\"; the next night tries again, or take it away by hand [DC-444]");
        server.removes(true);
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(server.files()).containsExactly("out/readme.txt");
        assertThat(server.reads()).containsExactly("sale-1.csv");
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
    }

    @Test
    void what_is_moved_goes_with_its_marker_and_totals_and_takes_nobody_s_place() {
        feed(home, "    then: {move: done}\n");
        var feed = home.folder().resolve("jobs-config/feeds/sale.yml");
        home.write(
                "jobs-config/feeds/sale.yml",
                read(feed).replace("stable 1s", "done-marker") + "controls: {count: rows}\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2)).put("out/sale-1.csv.done", "").put("out/sale-1.csv.ctl", "rows=2\n");
        server.put("out/sale-2.csv", sales(3, 4)).put("out/done/sale-1.csv", "an older one");
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        assertThat(server.files())
                .containsExactly(
                        "out/done/2-sale-1.csv",
                        "out/done/sale-1.csv",
                        "out/done/sale-1.csv.ctl",
                        "out/done/sale-1.csv.done",
                        "out/readme.txt",
                        "out/sale-2.csv");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void totals_that_come_after_their_file_let_it_in() {
        var feed = home.folder().resolve("jobs-config/feeds/sale.yml");
        home.write("jobs-config/feeds/sale.yml", read(feed) + "controls: {count: rows}\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(taken()).containsExactly("sale-1.csv QUARANTINED 0");
        server.put("out/sale-1.csv.ctl", "rows=2\n");
        assertThat(nights.again("2026-11-22", "totals came").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        assertThat(server.reads()).containsExactly("sale-1.csv", "sale-1.csv.ctl");
    }

    @Test
    void a_file_over_the_limit_is_told_and_left_and_the_night_says_so() {
        feed(home, "    max-mb: 1\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 20_000)).put("out/sale-2.csv", sales(1, 2));
        long size = sales(1, 20_000).length();
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(taken()).containsExactly("sale-1.csv SKIPPED 0", "sale-2.csv DONE 2");
        assertThat(nights.notices())
                .containsExactly(
                        place("/sale-1.csv") + ": this file is not fetched: it has " + size
                                + " bytes, max-mb allows 1000000; it stays where it is and is tried again, or ask the sender for it again [DC-443]");
        assertThat(server.reads()).containsExactly("sale-2.csv");
        server.put("out/sale-1.csv", sales(3, 4));
        assertThat(nights.again("2026-11-22", "a smaller one came").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2", "sale-2.csv DONE 2");
    }

    @Test
    void folders_of_branches_are_looked_into_as_deep_as_the_name_says() {
        var feed = home.folder().resolve("jobs-config/feeds/sale.yml");
        home.write("jobs-config/feeds/sale.yml", read(feed).replace("sale-*.csv", "{branch}/sale-{date}.csv"));
        reopen();
        server.put("out/B01/sale-20261122.csv", sales(1, 1)).put("out/B02/sale-20261123.csv", sales(2, 2));
        server.put("out/B02/old/sale-20261122.csv", sales(3, 3));
        assertThat(night().exitCode()).isZero();
        assertThat(rows("SELECT name, branch_code, file_date FROM feed_source WHERE mark IS NOT NULL"))
                .containsExactly("B01/sale-20261122.csv B01 2026-11-22");
        assertThat(nights.notices()).isEmpty();
        nights.run("2026-11-23");
        assertThat(rows("SELECT name FROM feed_source WHERE mark IS NOT NULL ORDER BY 1"))
                .containsExactly("B01/sale-20261122.csv", "B02/sale-20261123.csv");
    }

    @Test
    void a_trial_leaves_everything_as_it_is_here_and_there() throws IOException {
        feed(home, "    then: delete\n");
        reopen();
        server.put("out/sale-1.csv", sales(1, 2));
        var ended = shell().run("run", "nightly", "--date", "2026-11-22", "--dry-run");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(server.files()).containsExactly("out/readme.txt", "out/sale-1.csv");
        assertThat(archived("2026-11-22")).isEmpty();
        assertThat(taken()).isEmpty();
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
    }

    @Test
    void check_names_a_server_that_does_not_let_us_in_with_file_and_line() {
        System.setProperty("TEST_SFTP_PASSWORD", "wrong");
        var ended = shell().run("check");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains("jobs-config/feeds/sale.yml:4: sale：" + place("")
                        + " 无法登录：拒绝 dayclose 登录；请检查 host、port、user、password 和指纹 [DC-141]");
        System.setProperty("TEST_SFTP_PASSWORD", SftpServer.PASSWORD);
        assertThat(shell().run("check").out()).doesNotContain("DC-141");
    }
}
