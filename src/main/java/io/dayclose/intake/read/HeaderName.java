package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.Locale;

/** Headers as they are compared: blanks, line breaks, case and the width of letters make no difference. */
public final class HeaderName {
    private HeaderName() {}

    public static String plain(String header) {
        var plain = new StringBuilder(header.length());
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (!Blanks.isBlank(c) && Character.getType(c) != Character.FORMAT) {
                plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
