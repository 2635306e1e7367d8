package io.dayclose.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Tells the encoding of a file: UTF-8 if nearly all that is not ASCII is, else GB18030. One damaged character must not turn
 * the good ones around it into others.
 */
final class Charsets {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private Charsets() {}

    static Charset of(Path file, String declared) throws IOException {
        if (!declared.equals("auto")) {
            return Charset.forName(declared);
        }
        try (var in = Compression.open(file)) {
            return new Utf8Count().of(in).isUtf8() ? StandardCharsets.UTF_8 : CHINESE;
        }
    }

    /** Leaves out a byte order mark. */
    static InputStream skipMark(BufferedInputStream in) throws IOException {
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        return in;
    }
}
