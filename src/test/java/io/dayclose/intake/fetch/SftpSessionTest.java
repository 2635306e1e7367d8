package io.dayclose.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.feed.FeedSource.Done;
import io.dayclose.config.feed.FeedSource.Login;
import io.dayclose.config.feed.FeedSource.Secret;
import io.dayclose.config.feed.FeedSource.Server;
import io.dayclose.config.feed.FeedSource.Sftp;
import io.dayclose.config.feed.FeedSource.Wanted;
import io.dayclose.testing.SftpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpSessionTest {
    private static final Login PASSWORD = new Login(new Secret(SftpServer.PASSWORD), new Secret(""), new Secret(""));

    @TempDir
    private Path remote;

    private SftpServer server;

    @BeforeEach
    void start() {
        server = new SftpServer(remote);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SftpSession session(String host, int port, Login login) throws FetchFailure {
        return new SftpSession(new Sftp(
                new Server("", host, port, SftpServer.USER, Duration.ofSeconds(5)),
                new Wanted(".", "*", 50),
                List.of(server.fingerprint()),
                login,
                Done.STAYS));
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        assertThatThrownBy(() -> session("no-such-host.invalid", 22, PASSWORD))
                .hasMessage("it cannot be reached (no-such-host.invalid)");
        int port = server.port();
        server.close();
        assertThatThrownBy(() -> session("127.0.0.1", port, PASSWORD))
                .hasMessage("it cannot be reached (Connection refused)");
    }

    @Test
    void a_folder_that_is_not_there_is_named() throws FetchFailure {
        try (var session = session("127.0.0.1", server.port(), PASSWORD)) {
            assertThatThrownBy(() -> session.list("nowhere")).hasMessage("it has no folder nowhere");
            assertThat(session.list(".")).isEmpty();
        }
    }

    @Test
    void a_key_that_is_none_is_told_before_the_server_sees_it() {
        var login =
                new Login(new Secret(""), new Secret("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"), new Secret(""));
        assertThatThrownBy(() -> session("127.0.0.1", server.port(), login))
                .hasMessageStartingWith("the private key cannot be used (");
        var missing = new Login(new Secret(""), new Secret(remote + "/id_none"), new Secret(""));
        assertThatThrownBy(() -> session("127.0.0.1", server.port(), missing))
                .hasMessage("the private key cannot be used (NoSuchFileException)");
    }
}
