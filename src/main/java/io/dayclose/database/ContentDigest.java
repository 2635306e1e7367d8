package io.dayclose.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over what cells say, whatever they look like. */
public final class ContentDigest {
    private final MessageDigest digest;

    public ContentDigest() {
        digest = Sha256.begin();
    }

    public void add(@Nullable Object... values) {
        for (var value : values) {
            digest.update(text(value).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1F);
        }
        digest.update((byte) 0x1E);
    }

    /** The plain text of a value: 2.50 and 2.5 are the same. */
    public static String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
