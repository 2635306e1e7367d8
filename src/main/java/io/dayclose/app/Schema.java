package io.dayclose.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the tables are of this version: the migrations that were applied are those the program has, with the same checksums. Asking takes
 * one query; the library that migrates would take half of a short command's time to find the same.
 */
final class Schema {
    private static final String MIGRATIONS = "classpath:delivered/sql/migration/V*__*.sql";
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");

    private final JdbcTemplate jdbc;

    Schema(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Migrates when they are not. */
    void require(Runnable migration) {
        if (!isCurrent()) {
            migration.run();
        }
    }

    private boolean isCurrent() {
        try {
            return applied().equals(delivered());
        } catch (DataAccessException noHistory) {
            return false; // a new database, or an account that may not read it: the migration says what is wrong
        }
    }

    /** A migration that failed has no success, and stands here under a version no file has. */
    private Map<String, Integer> applied() {
        var applied = new TreeMap<String, Integer>();
        jdbc.query(
                "SELECT IF(success, version, CONCAT(version, ' failed')), checksum FROM flyway_schema_history WHERE version IS NOT NULL",
                row -> {
                    applied.put(row.getString(1), row.getInt(2));
                });
        return applied;
    }

    private static Map<String, Integer> delivered() {
        var delivered = new TreeMap<String, Integer>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(MIGRATIONS)) {
                var version = VERSION.matcher(Objects.requireNonNull(file.getFilename()));
                if (version.matches()) {
                    delivered.put(version.group(1), checksum(file));
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return delivered;
    }

    /** As Flyway counts it: a CRC-32 of the lines without their ends. */
    private static int checksum(Resource file) throws IOException {
        var crc = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }
}
