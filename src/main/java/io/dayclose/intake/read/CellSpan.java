package io.dayclose.intake.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A merged cell that reaches over several rows: its column from 0, its first and last row from 1. */
record CellSpan(int column, long first, long last) {
    private static final Pattern REFERENCE =
            Pattern.compile("ref\\s*=\\s*[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})[\"']");

    /** The merged cells that the end of a sheet's part lists. */
    static List<CellSpan> listedIn(CharSequence xml) {
        var spans = new ArrayList<CellSpan>();
        var found = REFERENCE.matcher(xml);
        while (found.find()) {
            long first = Long.parseLong(found.group(2));
            long last = Long.parseLong(found.group(3));
            if (last > first) {
                spans.add(new CellSpan(column(found.group(1)), first, last));
            }
        }
        return spans;
    }

    /** The column some letters name, from 0; -1 when there are none. */
    static int column(CharSequence letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }
}
