package io.dayclose.backup;

import io.dayclose.database.Sha256;
import io.dayclose.delivery.Hold;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup into an empty database and a home; what a home has already stays as it is. */
public final class Restore implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** Any row of these says that a database has been worked with. */
    private static final List<String> USED = List.of("job_run", "feed_source", "ledger", "outbox");

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;
    private final HomeParts parts;
    private final List<String> written = new ArrayList<>();
    private boolean kept;

    /**
     * @param home where it is to be restored to
     * @throws Refusal when the file is no backup, or one of another format
     */
    public Restore(Path file, Path home) {
        this.file = file;
        parts = new HomeParts(home.toAbsolutePath().normalize());
        try {
            zip = new ZipFile(file.toFile());
            manifest = manifest();
        } catch (IOException | RuntimeException unreadable) {
            throw Refusal.usage(Problem.at(file.toString(), Message.NO_BACKUP));
        }
    }

    private Manifest manifest() throws IOException {
        try (var in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(Manifest.NAME)))) {
            var read = JSON.readValue(in, Manifest.class);
            if (read.format() != Manifest.FORMAT) {
                throw new IllegalArgumentException("format " + read.format());
            }
            return read;
        }
    }

    public Manifest contents() {
        return manifest;
    }

    /** @throws Refusal when a part of it is damaged or missing; asked before anything is written */
    public void requireWhole() {
        for (var part : manifest.digests().entrySet()) {
            try (var in = new DigestInputStream(open(part.getKey()), Sha256.begin())) {
                in.transferTo(OutputStream.nullOutputStream());
                if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(part.getValue())) {
                    throw damaged(part.getKey());
                }
            } catch (IOException unreadable) {
                throw damaged(part.getKey());
            }
        }
    }

    /** Writes the files of the configuration that are not there yet. */
    public void configuration() throws IOException {
        files(path -> !path.startsWith("archive/"));
    }

    private void files(Predicate<String> which) throws IOException {
        for (var name : manifest.digests().keySet()) {
            var path = name.replaceFirst("^" + Manifest.FILES, "");
            if (name.startsWith(Manifest.FILES) && which.test(path)) {
                try (var in = open(name)) {
                    if (parts.write(path, in)) {
                        written.add(path);
                    }
                }
            }
        }
    }

    /** How many files were written. */
    public int written() {
        return written.size();
    }

    /** Takes back the files that were written if the tables were not: a home must not keep what its database has not got. */
    public void undo() throws IOException {
        if (!kept) {
            parts.remove(written);
            written.clear();
        }
    }

    /**
     * Writes the files of the archive and fills all tables in one transaction, which holds the schedule too; what counts who works on the
     * books goes on. Nobody may work on them meanwhile.
     *
     * @throws Refusal when the database is not empty, or is of another version: then nothing is written
     */
    public void books(DataSource source, Hold.Since hold) throws SQLException, IOException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            requireSameVersion(Schema.version(connection));
            requireEmpty(connection);
            files(path -> path.startsWith("archive/"));
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION foreign_key_checks = 0");
                statement.execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
            }
            var tables = new Tables(connection);
            try {
                var ours = new ArrayList<>(tables.names());
                ours.retainAll(manifest.rows().keySet()); // tables of somebody's own stay as they are
                ours.remove("lease");
                for (var table : ours) {
                    load(tables, table);
                }
                new Hold(new JdbcTemplate(new SingleConnectionDataSource(connection, true))).restored(hold);
                connection.commit();
                kept = true;
            } finally {
                connection.rollback();
                try (var statement = connection.createStatement()) {
                    statement.execute("SET SESSION foreign_key_checks = DEFAULT, sql_mode = DEFAULT");
                }
            }
        }
    }

    private void load(Tables tables, String table) throws SQLException, IOException {
        try (var in = open(Manifest.TABLES + table)) {
            tables.read(table, in);
        }
    }

    private InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name);
        }
        return zip.getInputStream(entry);
    }

    private Refusal damaged(String name) {
        return Refusal.failed(Problem.at(file.toString(), Message.BACKUP_DAMAGED, name));
    }

    private void requireSameVersion(String version) {
        if (!version.equals(manifest.schema())) {
            throw Refusal.refused(
                    Problem.at(file.toString(), Message.BACKUP_OF_OTHER_VERSION, manifest.schema(), version));
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        for (var table : USED) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    throw Refusal.refused(Problem.at("restore", Message.DATABASE_NOT_EMPTY, table, rows.getLong(1)));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
