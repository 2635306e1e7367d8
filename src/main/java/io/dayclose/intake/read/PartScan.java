package io.dayclose.intake.read;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Goes through the bytes of an XML part once: between two marks there is no more than a cell holds; merged cells are kept. */
final class PartScan {
    private static final byte[] MERGED = "mergeCells".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_MERGED = 4 << 20;

    private final String part;
    private final StringBuilder list = new StringBuilder();
    private long sinceMark;
    private int matched = -1;
    private boolean listing;

    PartScan(String part) {
        this.part = part;
    }

    void look(byte[] bytes, int length) throws UnreadableFile {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '<') {
                sinceMark = 0;
                matched = 0;
            } else if (++sinceMark > Limits.LINE) {
                throw new UnreadableFile("part_text", part, Limits.LINE >> 20);
            }
            if (matched >= 0 && b != '<') {
                match(b);
            }
            if (listing && list.length() < MOST_MERGED) {
                list.append((char) b);
            }
        }
    }

    /** The name of the element that begins, whatever its prefix. */
    private void match(byte b) {
        if (b == ':') {
            matched = 0;
        } else if (matched < MERGED.length && b == MERGED[matched]) {
            matched++;
            listing |= matched == MERGED.length;
        } else {
            matched = -1;
        }
    }

    List<CellSpan> merged() {
        return CellSpan.listedIn(list);
    }
}
