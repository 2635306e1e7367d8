package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's XML, pulled one by one: cells as text, at the columns they stand in. */
final class XlsxSheet {
    private static final int MOST_COLUMNS = 16_384;

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final XlsxCells cells;
    private long line;

    XlsxSheet(InputStream sheet, SharedStrings strings, XlsxCells cells) throws XMLStreamException {
        xml = safeFactory().createXMLStreamReader(sheet);
        this.strings = strings;
        this.cells = cells;
    }

    /** No document types, no entities from outside: a workbook has neither. */
    static XMLInputFactory safeFactory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The next row that has a cell with text, or null after the last. */
    @Nullable
    SourceRow next() throws IOException, XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                var row = row();
                if (!row.isEmpty()) {
                    return new SourceRow(line, row.toArray(String[]::new), false);
                }
            }
        }
        return null;
    }

    private List<String> row() throws IOException, XMLStreamException {
        var number = xml.getAttributeValue(null, "r");
        line = number == null ? line + 1 : Long.parseLong(number);
        var row = new ArrayList<String>();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("row"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                cell(row);
            }
        }
        while (!row.isEmpty() && row.get(row.size() - 1).isBlank()) {
            row.remove(row.size() - 1);
        }
        return row;
    }

    private void cell(List<String> row) throws IOException, XMLStreamException {
        var place = xml.getAttributeValue(null, "r");
        int column = place == null ? row.size() : column(place);
        if (column < row.size() || column >= MOST_COLUMNS) {
            throw new IOException("cell " + place + " stands out of order");
        }
        while (row.size() < column) {
            row.add("");
        }
        row.add(value(xml.getAttributeValue(null, "t"), xml.getAttributeValue(null, "s")));
    }

    /** The column a place such as AB12 names, from 0. */
    private int column(String place) throws IOException {
        int column = 0;
        int letters = 0;
        while (letters < place.length() && Character.isLetter(place.charAt(letters))) {
            int letter = Character.toUpperCase(place.charAt(letters)) - 'A' + 1;
            column = Math.min(column * 26 + letter, MOST_COLUMNS + 1);
            letters++;
        }
        if (letters == 0) {
            throw new IOException("row " + line + " has a cell at \"" + place + "\", which is no place");
        }
        return column - 1;
    }

    private String value(@Nullable String type, @Nullable String style) throws IOException, XMLStreamException {
        var text = text();
        if (text.isEmpty()) {
            return "";
        }
        try {
            return switch (type == null ? "n" : type) {
                case "s" -> strings.getItemAt(Integer.parseInt(text)).getString();
                case "b" -> text.equals("1") ? "Y" : "N";
                case "n" -> cells.number(text, style == null ? 0 : Integer.parseInt(style));
                default -> text;
            };
        } catch (NumberFormatException | IndexOutOfBoundsException damaged) {
            throw new IOException("row " + line + " holds \"" + text + "\" where a number must stand", damaged);
        }
    }

    /** What stands in {@code <v>} and {@code <t>}; a formula's own text and reading aids are passed over. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        boolean wanted = false;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement()) {
                wanted = xml.getLocalName().equals("v") || xml.getLocalName().equals("t");
            } else if (xml.isEndElement()) {
                wanted = false;
            } else if (wanted && xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }
}
