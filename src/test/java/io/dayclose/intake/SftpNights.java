package io.dayclose.intake;

import io.dayclose.run.RunResult;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.Line;
import io.dayclose.testing.SftpServer;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A small company whose sales lie on an SFTP server, which it reaches over a line that may break. */
abstract class SftpNights extends CompanyNights {
    private static final String LINE = "%s,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,\n";

    @TempDir
    private Path remote;

    SftpServer server;
    Line line;

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

    TestHome feed(TestHome company, String more) {
        return feed(company, "password: ${TEST_SFTP_PASSWORD}", server.fingerprint(), more);
    }

    TestHome feed(TestHome company, String login, String hostKey, String more) {
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
                    timeout: 20s
                %skey: [doc_no, line_no]
                complete: stable 1s
                """.formatted(line.port(), login, hostKey, more));
    }

    static String sales(int from, int to) {
        return TestHome.SALE_HEADER
                + IntStream.rangeClosed(from, to)
                        .mapToObj(i -> LINE.formatted("S" + i))
                        .collect(Collectors.joining());
    }

    RunResult night() {
        return nights.run("2026-11-22");
    }

    List<String> taken() {
        return rows("SELECT name, state, accepted FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY 1");
    }

    String place(String name) {
        return "sftp://127.0.0.1:" + line.port() + "/out" + name;
    }

    List<String> archived(String night) throws IOException {
        var place = folder.resolve("archive/" + night + "/sale");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    String skipped(String why) {
        return "jobs-config/feeds/sale.yml:4: feed sale is skipped: " + place("") + " does not deliver: " + why
                + "; the night goes on without it, what is missing comes with the next night [DC-441]";
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
