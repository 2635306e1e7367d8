package io.dayclose.config;

import io.dayclose.database.ContentDigest;
import java.util.stream.Stream;

/** The digest of the configuration that can change a figure: every file of jobs-config and every query. */
public final class ConfigDigest {
    private ConfigDigest() {}

    public static String of(Home home) {
        var digest = new ContentDigest();
        var files = home.files();
        Stream.of(
                        "jobs-config",
                        "jobs-config/feeds",
                        "jobs-config/jobs",
                        "jobs-config/reports",
                        "jobs-config/plans",
                        "jobs-config/carriers",
                        "jobs-config/bonuses")
                .flatMap(folder -> files.list(folder, ".yml").stream())
                .forEach(file -> digest.add(file, files.read(file).orElse("")));
        Stream.of("sql/extract", "sql/sum", "sql/metric", "sql/report", "sql/report/part")
                .flatMap(folder -> files.list(folder, ".sql").stream())
                .forEach(file -> digest.add(file, files.read(file).orElse("")));
        return digest.hex();
    }
}
