package io.dayclose.config.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceErrorsTest {
    @TempDir
    private Path folder;

    private java.util.List<String> problems(String source) {
        var home = new TestHome(folder)
                .write("jobs-config/feeds/expense.yml", "feed: expense\nkey: [entry_no]\nsource:\n" + source);
        return home.load().problems().sorted().stream()
                .map(problem -> problem.text(Language.EN))
                .toList();
    }

    @Test
    void slips_in_an_sftp_source_are_named_one_by_one() {
        assertThat(problems("""
                  sftp:
                    host: sftp.carrier.example
                    port: 70000
                    user: dayclose
                    password: hunter2
                    host-key: 12:34
                    files: "../*.csv"
                    then: {move: ../done}
                    timout: 30s
                """))
                .containsExactly(
                        "jobs-config/feeds/expense.yml:6: \"70000\" is not possible here; write a whole number from 1 to 65535 [DC-105]",
                        "jobs-config/feeds/expense.yml:8: a password stands in the file; write ${NAME} and set the environment variable NAME [DC-116]",
                        "jobs-config/feeds/expense.yml:9: \"12:34\" is not possible here; write the host key's fingerprint as ssh-keygen -lf prints it, SHA256: and 43 characters [DC-105]",
                        "jobs-config/feeds/expense.yml:10: \"../*.csv\" is not possible here; write a file name with *, ?, {date} and {branch}, such as sale-{date}*.csv [DC-105]",
                        "jobs-config/feeds/expense.yml:11: \"../done\" is not possible here; write the name of a folder below, such as done [DC-105]",
                        "jobs-config/feeds/expense.yml:12: unknown key \"timout\"; write \"timeout\" or remove it [DC-103]");
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(problems("""
                  sftp: {host: sftp.carrier.example, user: dayclose, files: "*.csv"}
                """))
                .containsExactly(
                        "jobs-config/feeds/expense.yml:4: key \"host-key\" is missing; add \"host-key: \" with the host key's fingerprint as ssh-keygen -lf prints it, SHA256: and 43 characters or a list [the host key's fingerprint as ssh-keygen -lf prints it, SHA256: and 43 characters, …] [DC-104]",
                        "jobs-config/feeds/expense.yml:4: key \"password\" is missing; add \"password: \" with ${NAME}, or private-key [DC-104]");
        assertThat(problems("  sftq: {host: x}\n"))
                .containsExactly(
                        "jobs-config/feeds/expense.yml:4: unknown key \"sftq\"; write \"sftp\" or remove it [DC-103]");
    }

    @Test
    void slips_in_a_mailbox_are_named_and_every_branch_is_asked_for_its_name() {
        assertThat(problems("""
                  mailbox:
                    host: imap.example.com
                    user: reports@example.com
                    password: ${NOT_SET_ANYWHERE}
                    senders: [branch.example.com]
                    certificate: AB:CD
                    files: "expense-*.xlsx"
                expected: {daily: "10:00", from: branches}
                """))
                .containsExactly(
                        "jobs-config/feeds/expense.yml:7: environment variable NOT_SET_ANYWHERE is not set; set it before the program starts [DC-117]",
                        "jobs-config/feeds/expense.yml:8: \"branch.example.com\" is not possible here; write an address, or *@domain such as *@branch.example.com [DC-105]",
                        "jobs-config/feeds/expense.yml:9: \"AB:CD\" is not possible here; write the certificate's fingerprint as openssl x509 -fingerprint -sha256 prints it, 32 pairs of hex digits with colons [DC-105]",
                        "jobs-config/feeds/expense.yml:11: each branch sends its own file, so the file name must say which: write {branch} in source: files [DC-126]");
    }
}
