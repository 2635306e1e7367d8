package io.dayclose.consignment.arrive;

import io.dayclose.consignment.StatementLine;
import io.dayclose.database.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a line of a statement says, as a short text: equal for lines that say the same, but for the second of them in a statement it is
 * another one than for the first.
 */
public final class Fingerprints {
    private static final int LENGTH = 32;
    private static final int HEX = 16;

    private final MessageDigest digest;
    private final Map<Long, Integer> seen = new HashMap<>();

    Fingerprints() {
        digest = Sha256.begin();
    }

    /** Of the next line of the statement. */
    String of(StatementLine.Stated stated) {
        var text = String.join(
                "\t",
                stated.carrier(),
                stated.normal(),
                stated.type().name(),
                stated.gross().toPlainString(),
                stated.fee().toPlainString(),
                stated.net().toPlainString(),
                stated.currency(),
                String.valueOf(stated.collectedOn()),
                stated.carrierLineId(),
                stated.originalLineId(),
                stated.batch(),
                stated.order());
        var print = print(text);
        int before = seen.merge(Long.parseUnsignedLong(print, 0, Long.BYTES * 2, HEX), 1, Integer::sum) - 1;
        return before == 0 ? print : print(text + "\t" + before);
    }

    private String print(String text) {
        return HexFormat.of()
                .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LENGTH);
    }
}
