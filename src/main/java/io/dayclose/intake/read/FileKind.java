package io.dayclose.intake.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file is, told by its first bytes and never by its name. */
enum FileKind {
    EMPTY,
    TEXT,
    GZIP,
    ZIP,
    /** A workbook of the Open XML formats, inside the zip it is. */
    WORKBOOK,
    /** The container of Excel 97 and older workbooks, and of protected newer ones. */
    OLE,
    /** Workbooks of Excel 4 and older, which lie in no container. */
    EXCEL4,
    PAGE,
    XML_WORKBOOK,
    MAIL_PAGE,
    PDF,
    PICTURE,
    RAR,
    SEVEN_ZIP,
    RIGHTS,
    /** Neither any of these nor a text. */
    BINARY;

    /** One control character in so many bytes is damage, more of them are no text. */
    private static final int MOST_CONTROLS = 40;

    /** So many bytes are enough to tell. */
    static final int HEAD = 8192;

    private record Signature(FileKind kind, int[] bytes) {
        boolean fits(byte[] head) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(GZIP, new int[] {0x1F, 0x8B}),
            new Signature(ZIP, new int[] {'P', 'K', 3, 4}),
            new Signature(ZIP, new int[] {'P', 'K', 5, 6}),
            new Signature(OLE, new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}),
            new Signature(EXCEL4, new int[] {0x09, 0x00, 0x04, 0x00}),
            new Signature(EXCEL4, new int[] {0x09, 0x02, 0x06, 0x00}),
            new Signature(EXCEL4, new int[] {0x09, 0x04, 0x06, 0x00}),
            new Signature(PDF, new int[] {'%', 'P', 'D', 'F'}),
            new Signature(PICTURE, new int[] {0x89, 'P', 'N', 'G'}),
            new Signature(PICTURE, new int[] {0xFF, 0xD8, 0xFF}),
            new Signature(PICTURE, new int[] {'G', 'I', 'F', '8'}),
            new Signature(PICTURE, new int[] {'R', 'I', 'F', 'F'}),
            new Signature(RAR, new int[] {'R', 'a', 'r', '!'}),
            new Signature(SEVEN_ZIP, new int[] {'7', 'z', 0xBC, 0xAF}),
            // what document security programs that are common in China put before the encrypted bytes
            new Signature(RIGHTS, new int[] {0x62, 0x14, 0x23, 0x65}),
            new Signature(RIGHTS, new int[] {'%', 'T', 'S', 'D', '-', 'H', 'e', 'a', 'd', 'e', 'r'}));

    /** @param head the first bytes, all of them when the file is short */
    static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        return SIGNATURES.stream()
                .filter(signature -> signature.fits(head))
                .map(Signature::kind)
                .findFirst()
                .orElseGet(() -> ofText(head));
    }

    /** Markup is ASCII in every encoding that pages have, once the zeros of UTF-16 are left out. */
    private static FileKind ofText(byte[] head) {
        var ascii = new StringBuilder();
        for (byte b : Arrays.copyOf(head, Math.min(head.length, HEAD))) {
            if (b > 0) {
                ascii.append((char) b);
            }
        }
        var text = ascii.toString().strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("mime-version:") || text.startsWith("content-type: multipart")) {
            return MAIL_PAGE;
        }
        if (!text.startsWith("<")) {
            return isBinary(head) ? BINARY : TEXT;
        }
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet") && text.contains("<workbook")) {
            return XML_WORKBOOK;
        }
        return text.contains("<table") || text.contains("<html") || text.contains("<!doctype html") ? PAGE : TEXT;
    }

    /** A text has hardly any control characters; the zeros of UTF-16 stand at every second place. */
    private static boolean isBinary(byte[] head) {
        int[] zeros = new int[2];
        int controls = 0;
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
            controls += head[i] > 0 && head[i] < ' ' && (head[i] < '\t' || head[i] > '\r') ? 1 : 0;
        }
        return (controls + Math.min(zeros[0], zeros[1])) * MOST_CONTROLS > head.length;
    }

    /** Whether the file cannot be read whatever the feed says. */
    boolean isRefused() {
        return switch (this) {
            case EMPTY, EXCEL4, MAIL_PAGE, PDF, PICTURE, RAR, SEVEN_ZIP, RIGHTS, BINARY -> true;
            default -> false;
        };
    }

    /** The key of the sentence that says what such a file is and what to do. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
