package io.dayclose.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens a file, unpacking {@code .gz} and {@code .zip} on the way. */
final class Compression {
    private static final int BUFFER = 1 << 16;

    private Compression() {}

    static InputStream open(Path file) throws IOException {
        if (file.toString().endsWith(".zip")) {
            return new Watched(onlyEntry(file), Files.size(file));
        }
        var in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz")
                    ? new Watched(new GZIPInputStream(in, BUFFER), Files.size(file))
                    : in;
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
        return new SummedEntry(zip, entries.get(0));
    }

    /** Unpacked bytes, as long as they do not swell beyond belief. */
    private static final class Watched extends FilterInputStream {
        private final Swelling swelling;

        Watched(InputStream in, long packed) {
            super(in);
            swelling = new Swelling(packed);
        }

        @Override
        public int read() throws IOException {
            swelling.add(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            swelling.add(Math.max(0, read));
            return read;
        }
    }

    /** The bytes of an entry; at their end they must add up to its checksum, which the library does not look at. */
    private static final class SummedEntry extends CheckedInputStream {
        private final ZipFile zip;
        private final ZipEntry entry;

        SummedEntry(ZipFile zip, ZipEntry entry) throws IOException {
            super(zip.getInputStream(entry), new CRC32());
            this.zip = zip;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            return ended(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return ended(super.read(bytes, from, length));
        }

        private int ended(int read) throws ZipException {
            if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("the archive is damaged: its checksum does not fit");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }
}
