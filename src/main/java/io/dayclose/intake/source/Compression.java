package io.dayclose.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file, unpacking {@code .gz} on the way. */
final class Compression {
    private static final int BUFFER = 1 << 16;

    private Compression() {}

    static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException notPacked) {
            in.close();
            throw notPacked;
        }
    }
}
