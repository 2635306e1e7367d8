package io.dayclose.backup;

import io.dayclose.database.Sha256;
import io.dayclose.delivery.OwnerOnly;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes books, home and archive into one file: all tables as they were at one moment, each part with its digest. */
public final class Backup {
    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource source;
    private final HomeParts home;
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, String> digests = new TreeMap<>();

    public Backup(DataSource source, Path home) {
        this.source = source;
        this.home = new HomeParts(home);
    }

    /**
     * Writes it; the file is there whole or not at all, for its owner only.
     *
     * @param now in the company's time
     */
    public Manifest write(Path file, LocalDateTime now) throws IOException, SQLException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        OwnerOnly.file(partial);
        try {
            Manifest manifest;
            try (var connection = source.getConnection();
                    var zip = new ZipOutputStream(Files.newOutputStream(partial))) {
                manifest = write(connection, zip, now);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, LocalDateTime now)
            throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
        }
        var tables = new Tables(connection);
        for (var table : tables.names()) {
            entry(zip, Manifest.TABLES + table, out -> rows.put(table, tables.write(table, out)));
        }
        for (var path : home.paths()) {
            entry(zip, Manifest.FILES + path, out -> home.copy(path, out));
        }
        var manifest = new Manifest(Manifest.FORMAT, Schema.version(connection), now.toString(), rows, digests);
        connection.rollback();
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    /** What an entry is filled with. */
    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    private void entry(ZipOutputStream zip, String name, Content content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var out = new DigestOutputStream(new Open(zip), Sha256.begin());
        content.writeTo(out);
        out.flush();
        zip.closeEntry();
        digests.put(name, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    /** Writes whole blocks, and leaves the file open for the next entry. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
