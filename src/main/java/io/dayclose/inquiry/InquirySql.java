package io.dayclose.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The queries of {@code sql/inquiry}, as they were delivered with the program: other people's scripts read their column names. */
final class InquirySql {
    private InquirySql() {}

    /** @param name the file's, without {@code .sql} */
    static String of(String name) {
        var path = "/delivered/sql/inquiry/" + name + ".sql";
        try (var file = Objects.requireNonNull(InquirySql.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
