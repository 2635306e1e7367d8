package io.dayclose.intake.source;

import io.dayclose.database.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180, UTF-8) in the making, byte by byte: its digest is known when its last byte is. */
final class CsvFile implements Closeable {
    private static final byte[] EMPTY = {'"', '"'};

    private final OutputStream out;
    private final MessageDigest digest = Sha256.begin();
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private long size;
    private int cells;
    private int cellBytes;

    CsvFile(Path file) throws IOException {
        out = Files.newOutputStream(file);
    }

    void cell(String text) throws IOException {
        cell(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a cell to the row; null is written as an empty one. */
    void cell(byte @Nullable [] text) throws IOException {
        if (cells++ > 0) {
            put((byte) ',');
        }
        if (text != null) {
            cellBytes += text.length;
            if (needsQuotes(text)) {
                quoted(text);
            } else {
                put(text);
            }
        }
    }

    /** Ends the row. One empty cell alone would be an empty line, which no reader takes for a row. */
    void endRow() throws IOException {
        if (cells == 1 && cellBytes == 0) {
            put(EMPTY);
        }
        put((byte) '\n');
        cells = 0;
        cellBytes = 0;
    }

    private static boolean needsQuotes(byte[] text) {
        for (byte b : text) {
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private void quoted(byte[] text) throws IOException {
        put((byte) '"');
        for (byte b : text) {
            if (b == '"') {
                put(b);
            }
            put(b);
        }
        put((byte) '"');
    }

    private void put(byte b) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = b;
    }

    private void put(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - filled) {
            flush();
        }
        if (bytes.length > buffer.length) {
            write(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    private void flush() throws IOException {
        write(buffer, filled);
        filled = 0;
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        digest.update(bytes, 0, length);
        size += length;
    }

    /** Writes the last bytes. */
    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    /** The digest of a file that is closed, told once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long size() {
        return size;
    }
}
