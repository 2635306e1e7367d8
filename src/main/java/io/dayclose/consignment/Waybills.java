package io.dayclose.consignment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How waybills are compared: full-width characters made narrow, letters made capitals, blanks and quotes left out. */
public final class Waybills {
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Z\\-]*");
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}'\"`\u2018\u2019\u201c\u201d]+");

    private Waybills() {}

    /** The form in which two spellings of one waybill are equal. Leading zeros stay. */
    public static String normal(String written) {
        if (PLAIN.matcher(written).matches()) {
            return written;
        }
        var narrow = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return NOISE.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
