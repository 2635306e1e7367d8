package io.dayclose.backup;

import java.util.Map;

/**
 * What a backup holds.
 *
 * @param schema the version of the tables: they are restored by a program of the same version
 * @param madeAt in the company's time
 * @param rows of each table
 * @param digests SHA-256 of each entry, in hexadecimal digits
 */
public record Manifest(int format, String schema, String madeAt, Map<String, Long> rows, Map<String, String> digests) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String TABLES = "tables/";
    static final String FILES = "home/";

    /** All rows of all tables. */
    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many files of home and archive. */
    public long files() {
        return digests.keySet().stream().filter(name -> name.startsWith(FILES)).count();
    }
}
