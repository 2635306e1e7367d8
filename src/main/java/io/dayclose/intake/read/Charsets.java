package io.dayclose.intake.read;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells the encoding of a text: what its mark says; else UTF-16 where every second byte of its beginning is zero; else UTF-8
 * if nearly all that is not ASCII is, else GB18030. One damaged character must not turn the good ones around it into others.
 */
final class Charsets {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;
    /** One character in so many is ASCII at the least. */
    private static final int LEAST_ZEROS = 20;

    private static final char MARK = '\uFEFF';

    private Charsets() {}

    /** Of a text in lines. */
    static Charset of(Content content, String declared) throws IOException {
        return of(content, declared, Limits.LINE_BYTES);
    }

    /** Of a page, which may have no line ends at all. */
    static Charset ofPage(Content content, String declared) throws IOException {
        return of(content, declared, Long.MAX_VALUE);
    }

    /** @param declared {@code auto} or a charset's name; a mark in the file knows better */
    private static Charset of(Content content, String declared, long longestLine) throws IOException {
        byte[] head;
        try (var in = content.open()) {
            head = in.readNBytes(FileKind.HEAD);
        }
        var marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (!declared.equals("auto")) {
            return Charset.forName(declared);
        }
        var wide = wide(head);
        if (wide != null) {
            return wide;
        }
        try (var in = content.open()) {
            return new Utf8Count(longestLine).of(in).isUtf8() ? StandardCharsets.UTF_8 : CHINESE;
        }
    }

    private static @Nullable Charset marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 in either order, told by its mark or by its zeros; null for any other encoding. */
    static @Nullable Charset sixteen(byte[] head) {
        var marked = marked(head);
        return marked == null ? wide(head) : marked == StandardCharsets.UTF_8 ? null : marked;
    }

    /** A table has delimiters, digits and line ends even where its words are Chinese: their high bytes are zero. */
    private static @Nullable Charset wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int enough = head.length / 2 / LEAST_ZEROS;
        if (zeros[0] + zeros[1] == 0 || Math.max(zeros[0], zeros[1]) <= enough) {
            return null;
        }
        if (Math.min(zeros[0], zeros[1]) * 10 > Math.max(zeros[0], zeros[1])) {
            return null;
        }
        return zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** The text from its beginning, without its mark. */
    static BufferedReader reader(Content content, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(buffered(content.open()), charset), BUFFER);
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }
}
