package io.dayclose.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;

/** The database server of this process's tests. */
final class TestServer {
    private static String url = System.getProperty("dayclose.test.url", "");

    private TestServer() {}

    /** Its URL, without a database name; the embedded one is started by the first who asks. */
    static synchronized String url() {
        if (url.isEmpty()) {
            // each of the processes that Maven runs tests in has a server of its own
            var folder = System.getProperty("dayclose.test.folder", "test-server");
            url = alone(() -> EmbeddedServer.start(Path.of("target", folder).toAbsolutePath()));
        }
        return url;
    }

    /** One process at a time: the programs that set up a server get into each other's way. */
    private static String alone(Supplier<String> work) {
        try (var file = FileChannel.open(Path.of("target", "test-server.lock"), CREATE, WRITE)) {
            file.lock(); // until the file is closed
            return work.get();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An embedded one goes with its process, databases and all. */
    static boolean outlivesTests() {
        return !System.getProperty("dayclose.test.url", "").isEmpty();
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "root", "");
    }

    static void run(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
