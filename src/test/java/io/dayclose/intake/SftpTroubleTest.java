package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.intake.source.Collector;
import io.dayclose.testing.SftpServer;
import io.dayclose.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong between us and an SFTP server: nothing is lost, nothing comes twice, and it is one line. */
@Tag("file")
class SftpTroubleTest extends SftpNights {
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
                        new FeedNight.Manner(false, false, false),
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
        var feed = home.folder().resolve("jobs-config/feeds/sale.yml");
        home.write("jobs-config/feeds/sale.yml", read(feed).replace("timeout: 20s", "timeout: 2s"));
        reopen();
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
                .contains("[DC-442]", "extract-sale")
                .doesNotContain("Exception");
        line.mend();
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
    }

    @Test
    void a_file_that_still_grows_waits_and_one_beside_it_does_not() {
        server.put("out/sale-1.csv", sales(1, 2)).put("out/sale-2.csv", sales(99, 99));
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
    void check_names_a_server_that_does_not_let_us_in_with_file_and_line() {
        System.setProperty("TEST_SFTP_PASSWORD", "wrong");
        var ended = shell().run("check");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out() + ended.err())
                .contains("jobs-config/feeds/sale.yml:4: sale：" + place("")
                        + " 无法登录：拒绝 dayclose 登录；请检查 host、port、user、password 和指纹 [DC-147]");
        System.setProperty("TEST_SFTP_PASSWORD", SftpServer.PASSWORD);
        assertThat(shell().run("check").out()).doesNotContain("DC-147");
    }
}
