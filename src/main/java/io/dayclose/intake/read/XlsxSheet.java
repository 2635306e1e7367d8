package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's XML, pulled one by one: cells as text, at the columns they stand in. */
final class XlsxSheet implements TableRows {
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_NUMBER = 100;

    private final Xml xml;
    private final XlsxWords words;
    private final MergedCells merged;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private long line;

    /** What the cells of a workbook refer to. */
    record XlsxWords(XlsxStrings strings, XlsxStyles styles, NumberForm.Notation notation, boolean uncalculated) {}

    XlsxSheet(InputStream sheet, XlsxWords words, List<CellSpan> spans) throws IOException {
        xml = new Xml(sheet);
        this.words = words;
        merged = new MergedCells(spans);
    }

    @Override
    public void countOnce(int[] columns) {
        merged.countOnce(columns);
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        while (xml.find("row")) {
            var row = row();
            if (!row.isEmpty()) {
                return merged.filled(new SourceRow(line, row.toArray(String[]::new), false));
            }
        }
        return null;
    }

    private List<String> row() throws IOException {
        line = xml.whole("r", (int) line + 1);
        var row = new ArrayList<String>();
        for (var name = xml.nextElement("row"); name != null; name = xml.nextElement("row")) {
            if (name.equals("c")) {
                cell(row);
            }
        }
        return row;
    }

    /** Cells without text only have a look, so that a row ends with its last one that says something. */
    private void cell(List<String> row) throws IOException {
        var place = xml.attribute("r");
        int column = place == null ? row.size() : column(place);
        if (column < row.size() || column >= MOST_COLUMNS) {
            throw new UnreadableFile("cell_order", String.valueOf(place));
        }
        var text = value(xml.attribute("t"), xml.whole("s", 0));
        if (TrailingBlanks.isBlank(text)) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new UnreadableFile("columns", Limits.COLUMNS);
        }
        while (row.size() < column) {
            row.add("");
        }
        row.add(text);
    }

    /** The column a place such as AB12 names, from 0. */
    private int column(String place) throws IOException {
        int letters = 0;
        while (letters < Math.min(place.length(), 4) && Character.isLetter(place.charAt(letters))) {
            letters++;
        }
        if (letters == 0) {
            throw new UnreadableFile("cell_place", line, place);
        }
        return CellSpan.column(place.subSequence(0, letters));
    }

    private String value(@Nullable String type, int style) throws IOException {
        read();
        var text = value.toString();
        boolean placeholder = words.uncalculated() && formula.length() > 0 && type == null && text.equals("0");
        if (text.isEmpty() || placeholder) {
            return isUnsolved(type) ? SourceRow.UNSOLVED + "=" + formula : "";
        }
        try {
            return switch (type == null ? "n" : type) {
                case "s" -> words.strings().get(Integer.parseInt(text.strip()));
                case "b" -> text.equals("1") ? "Y" : "N";
                case "n" -> number(text.strip(), style);
                default -> XlsxStrings.unescaped(text);
            };
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new UnreadableFile("cell_number", line, text.substring(0, Math.min(text.length(), LONGEST_NUMBER)));
        }
    }

    /** A formula whose result is an empty text says so by its type. */
    private boolean isUnsolved(@Nullable String type) {
        return formula.length() > 0 && !"str".equals(type);
    }

    private String number(String text, int style) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException(text);
        }
        return words.styles().get(style).text(new BigDecimal(text), words.notation());
    }

    /** Reads a cell to its end: what stands in {@code <v>}, in {@code <t>} outside of reading aids, and its formula. */
    private void read() throws IOException {
        value.setLength(0);
        formula.setLength(0);
        StringBuilder into = null;
        boolean aid = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                aid |= xml.name().equals("rPh");
                into = aid ? null : into(xml.name());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals("c")) {
                    return;
                }
                aid &= !xml.name().equals("rPh");
                into = null;
            } else if (into != null && xml.isCharacters()) {
                into.append(xml.text());
            }
        }
    }

    /** A formula that is shared with other cells may say nothing by itself; it still is one. */
    private @Nullable StringBuilder into(String element) {
        if (element.equals("f")) {
            formula.append(xml.attribute("si") == null ? "" : "…");
            return formula;
        }
        return element.equals("v") || element.equals("t") ? value : null;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
