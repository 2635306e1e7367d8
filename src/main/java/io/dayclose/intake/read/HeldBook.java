package io.dayclose.intake.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** A workbook of the old binary formats as its records are read one after the other. */
final class HeldBook {
    private final List<Tables.Table> tables = new ArrayList<>();
    private final Map<Long, Integer> tableAt = new HashMap<>();
    private final Map<Integer, HeldSheet> sheets = new HashMap<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean since1904;
    private final char decimal;
    private HeldSheet current = new HeldSheet();

    /** @param decimal the separator that the layout says its texts have */
    HeldBook(char decimal) {
        this.decimal = decimal;
    }

    /** @param begin where the sheet's records begin in the stream */
    void sheet(String name, boolean visible, long begin) {
        tableAt.put(begin, tables.size());
        tables.add(new Tables.Table(name, visible));
    }

    void format(int index, String code) {
        formats.put(index, code);
    }

    void style(int format) {
        styles.add(format);
    }

    void daysSince1904() {
        since1904 = true;
    }

    /** The records that follow are of the sheet that begins here; of none when no sheet does. */
    void begin(long position) {
        current = new HeldSheet();
        var table = tableAt.get(position);
        if (table != null) {
            sheets.put(table, current);
        }
    }

    HeldSheet current() {
        return current;
    }

    /** What a number shows under a style. The formats store nothing better than binary fractions. */
    String number(double value, int style) {
        int format = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        var builtin = BuiltinFormats.getBuiltinFormat(format);
        var form = NumberForm.of(format, formats.getOrDefault(format, builtin == null ? "" : builtin));
        return Double.isFinite(value)
                ? form.text(BigDecimal.valueOf(value), new NumberForm.Notation(since1904, decimal))
                : String.valueOf(value);
    }

    List<Tables.Table> tables() {
        return tables;
    }

    TableRows open(int table) {
        return sheets.getOrDefault(table, new HeldSheet()).open();
    }
}
