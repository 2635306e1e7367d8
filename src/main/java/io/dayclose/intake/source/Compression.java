package io.dayclose.intake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens a file, unpacking {@code .gz} and {@code .zip} on the way. */
final class Compression {
    private static final int BUFFER = 1 << 16;

    private Compression() {}

    static InputStream open(Path file) throws IOException {
        if (file.toString().endsWith(".zip")) {
            return onlyEntry(file);
        }
        var in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException notPacked) {
            in.close();
            throw notPacked;
        }
    }

    /** Which of two files would be meant, nobody can tell. */
    private static InputStream onlyEntry(Path file) throws IOException {
        var zip = new ZipFile(file.toFile());
        var entries = zip.stream()
                .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX"))
                .toList();
        if (entries.size() != 1) {
            zip.close();
            throw new ZipException("the archive holds " + entries.size() + " files, not one");
        }
        return new FilterInputStream(zip.getInputStream(entries.get(0))) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
