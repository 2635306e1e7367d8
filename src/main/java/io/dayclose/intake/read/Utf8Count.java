package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;

/** Counts the characters beyond ASCII that are UTF-8 and the bytes that are not. */
final class Utf8Count {
    private long good;
    private long bad;
    private int awaited;

    Utf8Count of(InputStream in) throws IOException {
        var bytes = new byte[1 << 16];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            for (int i = 0; i < read; i++) {
                take(bytes[i] & 0xFF);
            }
        }
        bad += awaited > 0 ? 1 : 0;
        return this;
    }

    private void take(int b) {
        if (awaited > 0 && (b & 0xC0) == 0x80) {
            awaited--;
            good += awaited == 0 ? 1 : 0;
            return;
        }
        bad += awaited > 0 ? 1 : 0;
        awaited = 0;
        if (b >= 0x80) {
            awaited = b >= 0xF0 && b <= 0xF4 ? 3 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xC2 && b < 0xE0 ? 1 : 0;
            bad += awaited == 0 ? 1 : 0;
        }
    }

    /** Chinese in GB18030 hardly ever looks like UTF-8, so most of it would be bad. */
    boolean isUtf8() {
        return bad == 0 || good > 2 * bad;
    }
}
