package io.dayclose.intake.read;

import java.nio.charset.StandardCharsets;
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

    private static FileKind ofText(byte[] head) {
        var sixteen = Charsets.sixteen(head);
        var text = new String(head, sixteen == null ? StandardCharsets.ISO_8859_1 : sixteen);
        var begin = text.replaceFirst("^\\W+(?=<)|^[^\\x20-\\x7E]+", "").strip().toLowerCase(Locale.ROOT);
        if (begin.startsWith("mime-version:") || begin.startsWith("content-type: multipart")) {
            return MAIL_PAGE;
        }
        return begin.startsWith("<") ? ofMarkup(begin) : isBinary(text) ? BINARY : TEXT;
    }

    private static FileKind ofMarkup(String text) {
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet") && text.contains("<workbook")) {
            return XML_WORKBOOK;
        }
        return text.contains("<table") || text.contains("<html") || text.contains("<!doctype html") ? PAGE : TEXT;
    }

    /** A text has hardly any control characters; zeros at its end are room that its writer reserved and did not need. */
    private static boolean isBinary(String head) {
        int end = head.length();
        while (end > 0 && head.charAt(end - 1) == 0) {
            end--;
        }
        long controls = head.substring(0, end)
                .chars()
                .filter(c -> c < ' ' && (c < '\t' || c > '\r') || c == 0xFFFD)
                .count();
        return end == 0 || controls * MOST_CONTROLS > end;
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
