package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the characters beyond ASCII that are UTF-8 and the bytes that are not. It is the first to go through a text, so it
 * also stops at a line that no table has.
 */
final class Utf8Count {
    private final long longestLine;
    private long good;
    private long bad;
    private int awaited;
    private long sinceLineEnd;

    /** @param longestLine in bytes, beyond which the text is no table */
    Utf8Count(long longestLine) {
        this.longestLine = longestLine;
    }

    Utf8Count of(InputStream in) throws IOException {
        var bytes = new byte[1 << 16];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            limitLine(bytes, read);
            for (int i = 0; i < read; i++) {
                take(bytes[i] & 0xFF);
            }
        }
        bad += awaited > 0 ? 1 : 0;
        return this;
    }

    private void limitLine(byte[] bytes, int length) throws UnreadableFile {
        int end = length - 1;
        while (end >= 0 && bytes[end] != '\n' && bytes[end] != '\r') {
            end--;
        }
        sinceLineEnd = end < 0 ? sinceLineEnd + length : length - 1 - end;
        if (sinceLineEnd > longestLine) {
            throw new UnreadableFile("line", Limits.LINE >> 20);
        }
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
