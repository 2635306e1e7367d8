package io.dayclose.intake.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tells the encoding of a file: UTF-8 if all of it is, else GB18030. */
final class Charsets {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private Charsets() {}

    static Charset of(Path file, String declared) throws IOException {
        if (!declared.equals("auto")) {
            return Charset.forName(declared);
        }
        try (var in = Compression.open(file)) {
            return isAll(in, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : CHINESE;
        }
    }

    private static boolean isAll(InputStream in, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        int read;
        while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) > 0) {
            bytes.limit(bytes.position() + read).position(0);
            if (!decodes(decoder, bytes, chars, false)) {
                return false;
            }
            bytes.compact();
        }
        bytes.flip();
        return decodes(decoder, bytes, chars, true);
    }

    private static boolean decodes(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(bytes, chars, end);
        } while (result.isOverflow());
        return !result.isError();
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
