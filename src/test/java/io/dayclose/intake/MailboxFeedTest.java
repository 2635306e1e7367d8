package io.dayclose.intake;

import static io.dayclose.testing.MailServer.attachment;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.run.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.Line;
import io.dayclose.testing.MailServer;
import io.dayclose.testing.TestHome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attachments fetched from a real mail server: nothing is lost, nothing comes twice, what goes wrong is one line. */
@Tag("file")
class MailboxFeedTest extends CompanyNights {
    private static final String LINE = "%s,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,\n";
    private static final String DONE = "Dayclose.Done";

    private MailServer server;
    private Line line;

    @Override
    protected TestHome prepared(TestHome company) {
        System.setProperty("TEST_MAIL_PASSWORD", MailServer.PASSWORD);
        server = new MailServer();
        line = new Line(server.port());
        return feed(company, "certificate: \"" + MailServer.certificate() + "\"", "");
    }

    @AfterEach
    void stopServer() {
        line.close();
        server.close();
        System.clearProperty("TEST_MAIL_PASSWORD");
    }

    private TestHome feed(TestHome company, String trust, String more) {
        return company.write("jobs-config/feeds/sale.yml", mailbox("sale", trust, more) + "key: [doc_no, line_no]\n");
    }

    private String mailbox(String feed, String trust, String more) {
        return """
                feed: %s
                source:
                  mailbox:
                    host: 127.0.0.1
                    port: %d
                    user: reports@example.com
                    password: ${TEST_MAIL_PASSWORD}
                    %s
                    senders: ["*@branch.example.com", Li@Partner.example]
                    files: "%s-*.csv"
                    timeout: 20s
                %s""".formatted(feed, line.port(), trust, feed, more);
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

    private String place(String rest) {
        return "imaps://127.0.0.1:" + line.port() + "/INBOX" + rest;
    }

    private String skipped(String why) {
        return "jobs-config/feeds/sale.yml:4: feed sale is skipped: " + place("") + " does not deliver: " + why
                + "; the night goes on without it, what is missing comes with the next night [DC-441]";
    }

    @Test
    void attachments_of_known_senders_are_taken_and_their_mail_is_put_away() {
        server.deliver(
                "Wang <WANG@Branch.Example.com>", "22nd", attachment("=?gb2312?B?c2FsZS2547arLmNzdg==?=", sales(1, 2)));
        server.deliver(
                "li@partner.example",
                "also",
                MailServer.part(
                        "text/csv",
                        "attachment; filename*=UTF-8''sale-%E5%8D%97.csv",
                        Base64.getMimeEncoder().encodeToString(sales(3, 3).getBytes(StandardCharsets.UTF_8))),
                MailServer.part("image/png", "inline; filename=\"sale-logo.csv\"", "AAAA"));
        assertThat(night().problems()).isEmpty();
        assertThat(taken()).containsExactly("sale-南.csv DONE 1", "sale-广东.csv DONE 2");
        assertThat(folder.resolve("archive/2026-11-22/sale/sale-南.csv")).hasContent(sales(3, 3));
        assertThat(server.mails("INBOX")).isEmpty();
        assertThat(server.mails(DONE)).containsExactlyInAnyOrder("22nd*", "also*");
        assertThat(nights.notices()).isEmpty();
    }

    @Test
    void a_stranger_s_mail_stays_unread_where_it_is_and_is_told_once_a_night() {
        server.deliver(
                "li@partner.example <li@evil.example>", "invoice\tattached", attachment("sale-1.csv", sales(1, 2)));
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).isEmpty();
        assertThat(server.mails("INBOX")).containsExactly("invoice\tattached*");
        assertThat(nights.notices())
                .containsExactly(
                        place("/1")
                                + ": a mail from li@evil.example, \"invoice attached\", is left unread: li@evil.example is not among the senders; add the address to senders in the feed's file, or take the mail away [DC-445]");
    }

    @Test
    void a_known_sender_s_mail_without_a_file_of_ours_is_told_and_left() {
        server.deliver("li@partner.example", "lunch", attachment("menu.pdf", "soup"));
        assertThat(night().exitCode()).isZero();
        assertThat(server.mails("INBOX")).containsExactly("lunch*");
        assertThat(nights.notices())
                .containsExactly(
                        place("/1")
                                + ": a mail from li@partner.example, \"lunch\", has no attachment named like sale-*.csv and is left where it is; ask li@partner.example to name it so, or take the mail away [DC-446]");
    }

    @Test
    void of_two_attachments_one_damaged_the_good_one_is_taken_and_the_mail_stays() {
        server.deliver(
                "li@partner.example",
                "two",
                MailServer.part("text/csv", "attachment; filename=sale-1.csv", "QUJD*REVG!!\nx"),
                attachment("sale-2.csv", sales(1, 2)));
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(taken()).containsExactly("sale-1.csv SKIPPED 0", "sale-2.csv DONE 2");
        assertThat(nights.notices()).singleElement().asString().startsWith(place("/1/sale-1.csv"));
        assertThat(nights.notices().get(0))
                .startsWith(place("/1/sale-1.csv") + ": this file is not fetched: what the mail carries is damaged (")
                .endsWith("); it stays where it is and is tried again, or ask the sender for it again [DC-443]");
        assertThat(server.mails("INBOX")).containsExactly("two*");
        assertThat(nights.run("2026-11-23").exitCode()).isEqualTo(4);
        assertThat(taken()).containsExactly("sale-1.csv SKIPPED 0", "sale-1.csv SKIPPED 0", "sale-2.csv DONE 2");
    }

    @Test
    void a_mail_that_is_put_back_or_sent_again_counts_once() {
        server.deliver("li@partner.example", "first", attachment("sale-1.csv", sales(1, 2)));
        assertThat(night().exitCode()).isZero();
        server.moveBack(DONE);
        server.deliver("li@partner.example", "again", attachment("sale-2.csv", sales(1, 2)));
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2", "sale-1.csv DUPLICATE 0", "sale-2.csv DUPLICATE 0");
        assertThat(server.mails("INBOX")).isEmpty();
        assertThat(server.mails(DONE)).containsExactlyInAnyOrder("first*", "again*");
    }

    @Test
    void a_line_that_breaks_in_the_middle_leaves_the_mail_and_the_next_try_takes_it_once() {
        server.deliver("li@partner.example", "large", attachment("sale-1.csv", sales(1, 20_000)));
        line.cutAfter(600_000);
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(nights.notices())
                .singleElement()
                .asString()
                .startsWith(skipped("the line broke (").split("\\(")[0]);
        assertThat(server.mails("INBOX")).containsExactly("large*");
        assertThat(folder.resolve("archive/2026-11-22/sale")).isEmptyDirectory();
        line.mend();
        assertThat(nights.again("2026-11-22", "the line holds").exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 20000");
        assertThat(server.mails(DONE)).containsExactly("large*");
    }

    @Test
    void a_server_that_is_silent_or_refuses_or_is_another_one_costs_this_feed_only() {
        server.deliver("li@partner.example", "22nd", attachment("sale-1.csv", sales(1, 2)));
        home.write(
                "jobs-config/feeds/sale.yml",
                mailbox("sale", "certificate: \"" + MailServer.certificate() + "\"", "")
                                .replace("timeout: 20s", "timeout: 2s")
                        + "key: [doc_no, line_no]\n");
        reopen();
        line.silentAfter(0);
        assertThat(night().exitCode()).isEqualTo(4);
        assertThat(nights.notices()).containsExactly(skipped("it was silent for 2 s"));
        line.mend();
        feed(home, "certificate: \"" + MailServer.certificate() + "\"", "");
        System.setProperty("TEST_MAIL_PASSWORD", "wrong");
        reopen();
        nights.run("2026-11-23");
        var wrongPassword = List.copyOf(nights.notices());
        var other = MailServer.certificate().replaceFirst("^..", "00");
        feed(home, "certificate: \"" + other + "\"", "");
        reopen();
        nights.run("2026-11-24");
        feed(home, "folder: INBOX", "");
        var otherCertificate = List.copyOf(nights.notices());
        reopen();
        nights.run("2026-11-25");
        assertThat(wrongPassword).containsExactly(skipped("it refuses the login of reports@example.com"));
        assertThat(otherCertificate)
                .containsExactly(skipped("its certificate is " + MailServer.certificate() + ", the feed's file says "
                        + other + "; nothing was sent to it"));
        assertThat(nights.notices())
                .containsExactly(
                        skipped(
                                "its certificate is not trusted (unable to find valid certification path to requested target); nothing was sent to it"));
        assertThat(server.mails("INBOX")).containsExactly("22nd*");
        assertThat(rows("SELECT DISTINCT state FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly("SKIPPED");
    }

    @Test
    void feeds_that_share_a_mailbox_share_its_mails_too() {
        var trust = "certificate: \"" + MailServer.certificate() + "\"";
        home.write(
                "jobs-config/feeds/outlet.yml",
                mailbox("outlet", trust, "").replace("senders: [", "senders: [head@office.example, ")
                        + "key: [outlet_code]\n");
        home.write("inbox/outlet-1.csv", "");
        reopen();
        var outlets = "outlet_code,name,branch_code,channel\nW001,上海一店,B01,OWN\n";
        server.deliver(
                "li@partner.example",
                "both",
                attachment("outlet-1.csv", outlets),
                attachment("sale-1.csv", sales(1, 2)));
        server.deliver("head@office.example", "one", attachment("outlet-2.csv", outlets.replace("W001", "W009")));
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        assertThat(server.mails("INBOX")).isEmpty();
        assertThat(nights.notices()).allMatch(notice -> notice.startsWith("inbox/outlet-1.csv"));
    }

    @Test
    void a_trial_leaves_every_mail_unread_where_it_is() {
        server.deliver("li@partner.example", "22nd", attachment("sale-1.csv", sales(1, 2)));
        var ended = shell().run("run", "nightly", "--date", "2026-11-22", "--dry-run");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(server.mails("INBOX")).containsExactly("22nd*");
        assertThat(taken()).isEmpty();
    }

    @Test
    void totals_come_in_the_same_mail_and_check_says_what_is_wrong_with_a_mailbox() {
        feed(home, "certificate: \"" + MailServer.certificate() + "\"", "controls: {count: rows}\n");
        reopen();
        server.deliver(
                "li@partner.example",
                "22nd",
                attachment("sale-1.csv", sales(1, 2)),
                attachment("sale-1.csv.ctl", "rows=2\n"));
        assertThat(shell().run("check").out()).doesNotContain("DC-147");
        assertThat(night().exitCode()).isZero();
        assertThat(taken()).containsExactly("sale-1.csv DONE 2");
        feed(home, "folder: Nowhere", "    certificate: \"" + MailServer.certificate() + "\"\n");
        var ended = shell().run("check");
        assertThat(ended.out() + ended.err())
                .contains("jobs-config/feeds/sale.yml:4: sale：imaps://127.0.0.1:" + line.port()
                        + "/Nowhere 无法登录：没有文件夹 Nowhere；请检查 host、port、user、password 和指纹 [DC-147]");
    }
}
