package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.SftpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files fetched from a real SFTP server: each is taken once, and cleared away there only when it is safe here. */
@Tag("file")
class SftpFeedTest extends SftpNights {
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

    @Test
    void a_private_key_opens_as_well() throws IOException {
        var key = SftpServer.ecKey();
        server.trust(key);
        var text = new ByteArrayOutputStream();
        try {
            new OpenSSHKeyPairResourceWriter().writePrivateKey(key, "test", null, text);
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
}
