package io.dayclose.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks gzip and zip on the way. */
final class Compression {
    private static final int BUFFER = 1 << 16;

    /** Names are UTF-8 where the entry says so; what older Chinese programs write is read without failing on any byte. */
    private static final Charset NAMES = Charset.forName("GB18030");

    private Compression() {}

    static InputStream gzip(Path file) throws IOException {
        var in = Files.newInputStream(file);
        try {
            return new Watched(new GZIPInputStream(in, BUFFER), Files.size(file));
        } catch (IOException notPacked) {
            in.close();
            throw notPacked;
        }
    }

    static ZipFile open(Path file) throws IOException {
        return new ZipFile(file.toFile(), NAMES);
    }

    /** The bytes of the only entry: which of two files would be meant, nobody can tell. */
    static InputStream onlyEntry(Path file) throws IOException {
        var zip = open(file);
        var entries = entries(zip);
        if (entries.size() != 1) {
            zip.close();
            throw new UnreadableFile("entries", entries.size());
        }
        return new Watched(new SummedEntry(zip, entries.get(0)), Files.size(file));
    }

    /** What is in an archive besides folders and what systems put there for themselves. */
    static List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && !IgnoredFiles.isOne(entry.getName()))
                .toList();
    }

    /** Unpacked bytes, as long as they do not swell beyond belief. */
    private static final class Watched extends FilterInputStream {
        private final ExpansionLimit swelling;

        Watched(InputStream in, long packed) {
            super(in);
            swelling = new ExpansionLimit(packed);
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
