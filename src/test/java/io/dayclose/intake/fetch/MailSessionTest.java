package io.dayclose.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.FeedSource.Mailbox;
import io.dayclose.config.feed.FeedSource.Secret;
import io.dayclose.config.feed.FeedSource.Server;
import io.dayclose.config.feed.FeedSource.Wanted;
import io.dayclose.config.feed.Senders;
import io.dayclose.testing.MailServer;
import io.dayclose.text.Bilingual;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailSessionTest {
    private final MailServer server = new MailServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Mailbox box(String host, String folder, Optional<String> certificate) {
        return new Mailbox(
                new Server("", host, server.port(), MailServer.USER, Duration.ofSeconds(5)),
                new Wanted(folder, "*", 50),
                new Senders(List.of()),
                certificate,
                new Secret(MailServer.PASSWORD),
                "Dayclose/Done");
    }

    private MailSession open() throws FetchFailure {
        return new MailSession(box("127.0.0.1", "INBOX", Optional.of(MailServer.certificate())));
    }

    @Test
    void where_the_server_cannot_move_a_mail_is_copied_before_it_is_marked_as_deleted()
            throws FetchFailure, MessagingException {
        server.deliver("li@partner.example", "ours");
        server.deliver("li@partner.example", "another's");
        try (var session = open()) {
            var inbox = session.open(true);
            session.copyAway(inbox, new jakarta.mail.Message[] {inbox.getMessage(1)}, session.doneFolder());
        }
        assertThat(server.mails("INBOX")).containsExactly("another's*");
        assertThat(server.mails("Dayclose.Done")).containsExactly("ours*");
    }

    @Test
    void a_certificate_that_no_authority_vouches_for_is_refused_unless_it_is_pinned() throws FetchFailure {
        assertThatThrownBy(() -> new MailSession(box("127.0.0.1", "INBOX", Optional.empty())))
                .extracting(failed -> ((FetchFailure) failed).why())
                .isEqualTo(
                        new Bilingual(
                                "其证书不可信（unable to find valid certification path to requested target）；未向其发送任何内容",
                                "its certificate is not trusted (unable to find valid certification path to requested target); nothing was sent to it"));
        open().close();
    }

    @Test
    void a_server_that_is_not_there_and_a_folder_that_is_not_there_are_named() {
        assertThatThrownBy(() -> new MailSession(box("no-such-host.invalid", "INBOX", Optional.empty())))
                .hasMessage("it cannot be reached (no-such-host.invalid)");
        assertThatThrownBy(() -> {
                    try (var session =
                            new MailSession(box("127.0.0.1", "Nowhere", Optional.of(MailServer.certificate())))) {
                        session.open(false);
                    }
                })
                .hasMessage("it has no folder Nowhere");
    }
}
