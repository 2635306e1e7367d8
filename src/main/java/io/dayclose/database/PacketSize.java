package io.dayclose.database;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much a server takes at once, in bytes; asked at the start, since a night would find out only at its first large block. */
public final class PacketSize {
    /** What servers are delivered with, and more than the largest block needs. */
    private static final long LEAST = 16L << 20;

    private PacketSize() {}

    /** @throws Refusal when the server takes less than a block may have */
    public static void require(JdbcTemplate jdbc) {
        var bytes = jdbc.queryForObject("SELECT @@max_allowed_packet", Long.class);
        require(bytes == null ? LEAST : bytes);
    }

    static void require(long bytes) {
        if (bytes < LEAST) {
            throw Refusal.failed(Problem.at("database", Message.PACKET_TOO_SMALL, bytes));
        }
    }
}
