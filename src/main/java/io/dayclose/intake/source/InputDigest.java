package io.dayclose.intake.source;

import io.dayclose.database.ContentDigest;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The digest of everything that came in up to a night and of the configuration, short enough to print. */
public final class InputDigest {
    private static final int PRINTED = 16;

    private InputDigest() {}

    /** @param configuration the digest of what can change a figure besides */
    public static String of(JdbcTemplate jdbc, LocalDate night, String configuration) {
        var digest = new ContentDigest();
        digest.add(configuration);
        jdbc.query(
                "SELECT feed, name, sha256 FROM feed_source WHERE night <= ? AND sha256 IS NOT NULL AND state = 'DONE' ORDER BY feed, sha256",
                (RowCallbackHandler) row -> digest.add(row.getString(1), row.getString(3)),
                night);
        return digest.hex().substring(0, PRINTED);
    }
}
