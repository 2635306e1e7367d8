package io.dayclose.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dayclose.app.Engine;
import io.dayclose.publish.Resending;
import io.dayclose.run.Work;
import io.dayclose.schedule.Scheduler;
import io.dayclose.testing.MovableClock;
import io.dayclose.testing.Nights;
import io.dayclose.testing.ScriptedSmtp;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of mails when the mail server is well, and when it is not. None is lost, none comes a third time. */
@Tag("once")
class SmtpDeliveryTest {
    private static final String STATES = "SELECT recipient, state, attempts FROM outbox_mail ORDER BY mail_id";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-11-23T02:00:00Z");
    private ScriptedSmtp server;
    private Engine engine;
    private Nights nights;

    private void night(String... troubles) throws IOException {
        server = new ScriptedSmtp(troubles);
        var home = new TestHome(folder).smallCompany().reports();
        // without a schedule: Monday's report of the week would send mails of its own
        home.write("jobs-config/jobs/weekly.yml", "job: weekly\nsteps: [report, deliver]\n");
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,");
        var settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.putAll(server.settings());
        engine = Engine.start(home.home(), settings, clock);
        nights = new Nights(engine);
        boolean well = List.of(troubles).stream().allMatch("OK"::equals);
        assertThat(nights.run("2026-11-22").exitCode())
                .as("whoever has not got his mail is somebody's work")
                .isEqualTo(well ? 0 : 4);
    }

    @AfterEach
    void stop() {
        engine.close();
        server.close();
    }

    /** A minute later the scheduler sends what is due again. */
    private void later(String instant) {
        clock.moveTo(instant);
        new Scheduler(engine.work(), engine.runner(), nights).sendDue();
    }

    private List<String> messageIds() {
        return server.received().stream()
                .map(message -> message.lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static MimeMessage read(String message) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void each_recipient_gets_a_message_of_his_own_with_the_answer_in_its_subject_and_the_workbook_attached()
            throws Exception {
        night();
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com SENT 1", "south@example.com SENT 1", "gm@example.com SENT 1");
        var mail = read(server.received().get(0));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("【销售日报】华东 11-22 净销售额 ¥20.00");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getFrom()[0].toString()).contains("dayclose@example.com");
        var parts = (Multipart) mail.getContent();
        var alternative = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(alternative.getBodyPart(0).getContent().toString()).contains("净销售额: ¥20.00");
        assertThat(alternative.getBodyPart(1).getContent().toString()).contains(">¥20.00</b>");
        var file = parts.getBodyPart(1);
        assertThat(file.getHeader("Content-Type")[0]).contains("name=\"=?UTF-8?B?");
        assertThat(file.getHeader("Content-Disposition")[0])
                .contains("filename=\"=?UTF-8?B?", "filename*=UTF-8''%E9%94%80%E5%94%AE%E6%97%A5%E6%8A%A5_");
        assertThat(file.getInputStream().readNBytes(2)).isEqualTo("PK".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void an_address_the_server_refuses_is_told_to_operators_and_the_others_get_theirs() throws IOException {
        night("RCPT 550 no such user");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com REJECTED 1", "south@example.com SENT 1", "gm@example.com SENT 1");
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("refused east@example.com: 550 no such user;"));
        later("2026-11-23T04:00:00Z");
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void a_server_that_takes_nothing_is_asked_once_a_pass_and_nothing_is_lost() throws IOException {
        night("GREET 421 no mail today", "GREET 554 go away");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com RETRY 1", "south@example.com RETRY 0", "gm@example.com RETRY 0");
        assertThat(server.calls()).isEqualTo(1);
        assertThat(nights.notices())
                .filteredOn(notice -> notice.contains("[DC-509]"))
                .singleElement()
                .satisfies(notice -> assertThat(notice).contains("421", "3 mails wait, next try at 2026-11-23T10:01"));
        later("2026-11-23T02:01:30Z");
        assertThat(nights.rows(STATES)).startsWith("east@example.com RETRY 2");
        assertThat(server.calls()).isEqualTo(2);
        later("2026-11-23T02:10:00Z");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com SENT 3", "south@example.com SENT 1", "gm@example.com SENT 1");
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void who_has_not_got_his_mail_is_named_at_the_end_of_the_run() throws IOException {
        night("RCPT 550 no such user", "RCPT 451 busy");
        assertThat(nights.rows("SELECT message FROM job_run"))
                .singleElement()
                .asString()
                .contains("2", "east@example.com REJECTED, south@example.com RETRY", "[DC-510]");
    }

    @Test
    void a_workbook_too_large_for_a_mail_stays_in_the_archive_and_the_mail_says_so() throws Exception {
        night("RCPT 451 busy");
        var twelveMegabytes = new byte[12 << 20];
        new Random(1).nextBytes(twelveMegabytes);
        for (int part = 0; part < 2; part++) {
            engine.work().jdbc().update("""
                    REPLACE INTO outbox_workbook (outbox_id, part, bytes)
                    SELECT outbox_id, ?, ? FROM outbox_mail WHERE state = 'RETRY'""", part, twelveMegabytes);
        }
        later("2026-11-23T04:00:00Z");
        var parts = (Multipart) read(server.received().get(2)).getContent();
        assertThat(parts.getCount()).isEqualTo(1);
        var text =
                ((Multipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent();
        assertThat(text.toString())
                .contains("工作簿有 25 MB，超过邮件上限 20 MB，未随信发送；请在 2026-11-22 的归档中查找 销售日报_B01_华东_2026-11-22.xlsx")
                .doesNotContain("见附件");
    }

    @Test
    void a_server_that_is_busy_or_breaks_off_before_the_end_is_tried_again_later() throws IOException {
        night("RCPT 451 busy", "DROP DATA", "DOT 452 full");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com RETRY 1", "south@example.com RETRY 1", "gm@example.com RETRY 1");
        later("2026-11-23T02:00:30Z");
        assertThat(server.received()).as("not before its time").isEmpty();
        later("2026-11-23T02:01:30Z");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com SENT 2", "south@example.com SENT 2", "gm@example.com SENT 2");
        assertThat(messageIds()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void a_line_that_breaks_after_the_end_may_give_one_more_copy_under_the_same_id_and_never_a_third()
            throws IOException {
        night("DROP DOT", "OK", "OK", "DROP DOT");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com UNCONFIRMED 1", "south@example.com SENT 1", "gm@example.com SENT 1");
        later("2026-11-23T02:02:00Z");
        later("2026-11-23T09:00:00Z");
        assertThat(nights.rows(STATES)).startsWith("east@example.com UNCONFIRMED 2");
        assertThat(messageIds()).hasSize(4);
        assertThat(messageIds().get(3)).isEqualTo(messageIds().get(0));
    }

    @Test
    void a_sender_that_died_on_the_way_sends_one_more_copy_and_after_a_second_death_asks_a_person() throws IOException {
        night();
        engine.work().jdbc().update("UPDATE outbox_mail SET state = 'SENDING' WHERE recipient = 'east@example.com'");
        engine.work()
                .jdbc()
                .update("UPDATE outbox_mail SET state = 'SENDING', uncertain = 1 WHERE recipient = 'gm@example.com'");
        later("2026-11-23T02:02:00Z");
        later("2026-11-23T09:00:00Z");
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com SENT 2", "south@example.com SENT 1", "gm@example.com UNCONFIRMED 1");
        assertThat(nights.notices())
                .filteredOn(notice -> notice.contains("may have arrived"))
                .hasSize(2);
        assertThat(messageIds().get(3)).isEqualTo(messageIds().get(0));
    }

    @Test
    void nothing_leaves_before_the_night_is_whole() throws IOException {
        night();
        engine.work().jdbc().update("UPDATE outbox SET released_at = NULL");
        engine.work().jdbc().update("UPDATE outbox_mail SET state = 'PENDING'");
        later("2026-11-23T02:02:00Z");
        assertThat(nights.rows("SELECT DISTINCT state FROM outbox_mail")).containsExactly("PENDING");
    }

    @Test
    void what_may_have_arrived_is_not_forgotten_when_the_next_try_meets_a_busy_server() throws IOException {
        night("DROP DOT", "OK", "OK", "RCPT 451 busy", "DROP DOT");
        later("2026-11-23T02:02:00Z");
        later("2026-11-23T02:20:00Z");
        later("2026-11-23T09:00:00Z");
        assertThat(nights.rows(STATES)).startsWith("east@example.com UNCONFIRMED 3");
        assertThat(messageIds()).as("two copies and the two others").hasSize(4);
    }

    private List<Resend.Mail> resent(String report, String scope, String to) {
        var choice = new Resend.Choice(
                Optional.of(LocalDate.parse("2026-11-22")), Optional.ofNullable(report), Optional.ofNullable(scope));
        return new Resending(engine.work(), nights).send(choice, Optional.ofNullable(to));
    }

    @Test
    void what_was_refused_is_sent_again_when_somebody_says_so_and_only_that() throws IOException {
        night("RCPT 550 mailbox full");
        assertThat(resent(null, null, null))
                .extracting(Resend.Mail::recipient, Resend.Mail::state)
                .containsExactly(tuple("east@example.com", MailState.SENT));
        assertThat(resent(null, null, null)).as("nothing is left").isEmpty();
        assertThat(nights.rows(STATES))
                .containsExactly("east@example.com SENT 2", "south@example.com SENT 1", "gm@example.com SENT 1");
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void the_right_person_gets_a_workbook_that_went_to_a_wrong_address_once() throws IOException {
        night("RCPT 550 no such user");
        assertThatThrownBy(() -> resent("daily-sales", null, "right@example.com"))
                .hasMessageContaining("name date, report and scope");
        assertThat(resent("daily-sales", "B01", "right@example.com"))
                .extracting(Resend.Mail::state)
                .containsExactly(MailState.SENT);
        assertThat(server.received().get(2)).contains("To: right@example.com");
        assertThat(resent("daily-sales", "B01", "right@example.org"))
                .as("outside the company's domains")
                .extracting(Resend.Mail::state)
                .containsExactly(MailState.REJECTED);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void what_was_refused_goes_to_the_address_that_master_data_has_now_once() throws IOException {
        night("RCPT 550 no such user");
        var home = new TestHome(folder);
        home.write("inbox/person-2.csv", """
                person_code,name,branch_code,outlet_code,role,email,joined_on,left_on
                P001,王芳,B01,,BRANCH_MANAGER,王芳 <fang@example.com>; second@example.com,2020-01-01,
                """);
        nights.run("2026-11-23");
        assertThat(resent("daily-sales", "B01", null))
                .extracting(Resend.Mail::recipient, Resend.Mail::state)
                .containsExactly(
                        tuple("fang@example.com", MailState.SENT), tuple("second@example.com", MailState.SENT));
        assertThat(resent(null, null, null)).as("nothing is owed any more").isEmpty();
        assertThat(nights.rows("""
                SELECT m.recipient, m.state, IF(m.state = 'SENT', '', m.reply) FROM outbox_mail m JOIN outbox USING (outbox_id)
                WHERE report = 'daily-sales' AND scope_code = 'B01' AND business_date = '2026-11-22' ORDER BY mail_id"""))
                .containsExactly(
                        "east@example.com REPLACED → fang@example.com, second@example.com; 550 no such user",
                        "fang@example.com SENT ",
                        "second@example.com SENT ");
        assertThat(new Outbox(engine.work().jdbc()).unsent(LocalDate.parse("2026-11-22")))
                .isEmpty();
    }

    @Test
    void what_has_come_to_an_address_that_is_no_longer_allowed_stays_known_as_sent() throws IOException {
        night();
        var was = engine.work();
        var home = new TestHome(folder);
        var company = Files.readString(folder.resolve("jobs-config/company.yml"));
        home.write("jobs-config/company.yml", company.replace("[example.com]", "[example.org]"));
        var narrowed = new Work(home.home(), was.dataSource(), was.jdbc(), was.bulk(), was.clock(), was.mail());
        var all = new Resend.Choice(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(new Resending(narrowed, nights).send(all, Optional.of("gm@example.com")))
                .extracting(Resend.Mail::state)
                .containsExactly(MailState.SENT);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void a_copy_somebody_asks_for_has_the_same_id_and_is_counted() throws IOException {
        night();
        assertThat(resent(null, null, "gm@example.com"))
                .extracting(Resend.Mail::state)
                .containsExactly(MailState.SENT);
        assertThat(nights.rows(
                        "SELECT recipient, attempts, uncertain + (state = 'SENT') FROM outbox_mail ORDER BY mail_id"))
                .containsExactly("east@example.com 1 1", "south@example.com 1 1", "gm@example.com 2 2");
        assertThat(messageIds().get(3)).isEqualTo(messageIds().get(2));
    }
}
