package io.dayclose.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings a database that was made by an earlier version to where its first migration leads today. That one had to change, because servers
 * that require primary keys refused it, and a migration of its own could not help where nothing had been made yet.
 */
final class EarlierHomes {
    /** The checksum of {@code V1__spring_batch.sql} as it was. */
    private static final int FIRST_AS_IT_WAS = 2_020_429_251;

    private static final Map<String, String> KEYS = new TreeMap<>(Map.of(
            "BATCH_JOB_EXECUTION_PARAMS", "JOB_EXECUTION_ID, PARAMETER_NAME",
            "BATCH_STEP_EXECUTION_SEQ", "UNIQUE_KEY",
            "BATCH_JOB_EXECUTION_SEQ", "UNIQUE_KEY",
            "BATCH_JOB_INSTANCE_SEQ", "UNIQUE_KEY"));

    private static final List<String> ALL = List.of(
            "BATCH_JOB_INSTANCE",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_STEP_EXECUTION",
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION_SEQ",
            "BATCH_JOB_EXECUTION_SEQ",
            "BATCH_JOB_INSTANCE_SEQ");

    private final JdbcTemplate jdbc;

    EarlierHomes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing to a database that is new or was brought up already; cut off, it goes on where it was. */
    void bringUp(Flyway flyway) {
        for (var applied : flyway.info().applied()) {
            if (isFirstAsItWas(applied)) {
                KEYS.forEach(this::key);
                ALL.forEach(table -> jdbc.execute("ALTER TABLE " + table + " CONVERT TO CHARACTER SET utf8mb4"));
                note(flyway);
            }
        }
    }

    private static boolean isFirstAsItWas(MigrationInfo applied) {
        return applied.getVersion() != null
                && applied.getVersion().getVersion().equals("1")
                && Integer.valueOf(FIRST_AS_IT_WAS).equals(applied.getAppliedChecksum());
    }

    private void key(String table, String columns) {
        boolean keyed = !jdbc.queryForList(
                        "SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name = 'PRIMARY'",
                        Integer.class,
                        table)
                .isEmpty();
        if (!keyed) {
            jdbc.execute("ALTER TABLE " + table + " ADD PRIMARY KEY (" + columns + ")");
        }
    }

    /** From now on it counts as made by today's file. */
    private void note(Flyway flyway) {
        for (var known : flyway.info().all()) {
            if (known.getVersion() != null && known.getVersion().getVersion().equals("1")) {
                jdbc.update(
                        "UPDATE flyway_schema_history SET checksum = ? WHERE version = '1' AND checksum = ?",
                        known.getResolvedChecksum(),
                        FIRST_AS_IT_WAS);
            }
        }
    }
}
