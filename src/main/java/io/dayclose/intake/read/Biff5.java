package io.dayclose.intake.read;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.util.CodePageUtil;

/**
 * Workbooks of Excel 5 and 95, record by record, as described in OpenOffice.org's documentation of the Excel file format.
 * Texts are in the code page the file names.
 */
final class Biff5 {
    private static final int WORKSHEET = 0x0010;

    private final HeldBook book;
    private final ByteBuffer bytes;
    private Charset charset = StandardCharsets.ISO_8859_1;
    /** The row and column of a formula whose text follows. */
    private int row;

    private int column;

    private Biff5(byte[] stream, HeldBook book) {
        this.book = book;
        bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    }

    static HeldBook read(byte[] stream, HeldBook book) throws IOException {
        var reader = new Biff5(stream, book);
        try {
            reader.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
            throw UnreadableFile.of(cut);
        }
        return reader.book;
    }

    private void read() throws IOException {
        for (int at = 0; at + 4 <= bytes.limit(); at += 4 + u16(at + 2)) {
            record(u16(at), at, at + 4);
        }
    }

    /** @param begin where the record itself stands, which sheets are found by */
    private void record(int type, int begin, int at) throws IOException {
        switch (type) {
            case 0x0809 -> book.begin(u16(at + 2) == WORKSHEET ? begin : -1);
            case 0x002F -> throw new UnreadableFile("password");
            case 0x0042 -> charset = charset(u16(at));
            case 0x0022 -> since(u16(at));
            case 0x0085 -> book.sheet(text(at + 7, u8(at + 6)), u8(at + 4) == 0, bytes.getInt(at));
            case 0x041E -> book.format(u16(at), text(at + 3, u8(at + 2)));
            case 0x00E0 -> book.style(u16(at + 2));
            case 0x0204, 0x00D6 -> put(at, text(at + 8, u16(at + 6)));
            case 0x0203 -> put(at, book.number(bytes.getDouble(at + 6), u16(at + 4)));
            case 0x027E -> put(at, book.number(packed(bytes.getInt(at + 6)), u16(at + 4)));
            case 0x00BD -> several(at, u16(begin + 2));
            case 0x0205 -> put(at, u8(at + 7) == 0 ? u8(at + 6) == 1 ? "Y" : "N" : Biff8.error(bytes.get(at + 6)));
            case 0x0006 -> formula(at);
            case 0x0207 -> book.current().put(row, column, text(at + 2, u16(at)));
            default -> {
                // what a cell looks like, or a part of the program's window
            }
        }
    }

    private void since(int mode) {
        if (mode == 1) {
            book.daysSince1904();
        }
    }

    private static Charset charset(int codePage) throws UnsupportedEncodingException {
        return Charset.forName(CodePageUtil.codepageToEncoding(codePage, true));
    }

    private void put(int at, String text) throws UnreadableFile {
        book.current().put(u16(at), u16(at + 2), text);
    }

    private void several(int at, int length) throws UnreadableFile {
        int first = u16(at + 2);
        for (int i = 0; 4 + 6 * i + 6 <= length - 2; i++) {
            int cell = at + 4 + 6 * i;
            book.current().put(u16(at), first + i, book.number(packed(bytes.getInt(cell + 2)), u16(cell)));
        }
    }

    /** A result that is no number is marked by its last two bytes; its kind stands in the first. */
    private void formula(int at) throws UnreadableFile {
        row = u16(at);
        column = u16(at + 2);
        if (u16(at + 12) != 0xFFFF) {
            put(at, book.number(bytes.getDouble(at + 6), u16(at + 4)));
        } else if (u8(at + 6) == 1) {
            put(at, u8(at + 8) == 1 ? "Y" : "N");
        } else if (u8(at + 6) == 2) {
            put(at, Biff8.error(bytes.get(at + 8)));
        }
    }

    /** Thirty bits of a whole number or of a binary fraction, either of them perhaps a hundred times too large. */
    private static double packed(int bits) {
        double value = (bits & 2) != 0 ? bits >> 2 : Double.longBitsToDouble((bits & 0xFFFFFFFCL) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    private int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private int u8(int at) {
        return bytes.get(at) & 0xFF;
    }

    private String text(int at, int length) {
        var text = new byte[length];
        bytes.get(at, text);
        return new String(text, charset);
    }
}
