package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The sheets of a workbook in the one XML file of Excel 2002 and 2003, which some systems still write as {@code .xls}. */
final class XmlWorkbook implements Tables {
    private final Content content;
    private final List<Table> tables = new ArrayList<>();
    private final List<HeldSheet> sheets = new ArrayList<>();
    private final char decimal;
    private int row;
    private int column;

    XmlWorkbook(Content content, Layout layout) throws IOException {
        this.content = content;
        decimal = layout.decimal();
        try (var xml = new Xml(content.open(layout.maxMegabytes()))) {
            for (var name = xml.nextElement("Workbook"); name != null; name = xml.nextElement("Workbook")) {
                element(name, xml);
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableFile("no_sheet");
        }
    }

    private void element(String name, Xml xml) throws IOException {
        switch (name) {
            case "Worksheet" -> {
                tables.add(new Table(String.valueOf(xml.attribute("Name")), true));
                sheets.add(new HeldSheet());
                row = 0;
            }
            case "Row" -> {
                row = xml.whole("Index", row + 1);
                column = 0;
            }
            case "Cell" -> cell(xml);
            case "Visible" -> hide();
            default -> {
                // what cells look like
            }
        }
    }

    /** The element stands only in sheets that people do not see. */
    private void hide() {
        int last = tables.size() - 1;
        if (last >= 0) {
            tables.set(last, new Table(tables.get(last).name(), false));
        }
    }

    private void cell(Xml xml) throws IOException {
        if (sheets.isEmpty()) {
            return;
        }
        column = xml.whole("Index", column + 1);
        var sheet = sheets.get(sheets.size() - 1);
        sheet.merge(column - 1, row - 1, row - 1 + xml.whole("MergeDown", 0));
        int across = xml.whole("MergeAcross", 0);
        var formula = xml.attribute("Formula");
        var text = data(xml);
        sheet.put(row - 1, column - 1, text.isEmpty() && formula != null ? SourceRow.UNSOLVED + formula : text);
        column += across;
    }

    /** The cell's value up to the cell's end; what is said about it in a comment is none. */
    private String data(Xml xml) throws IOException {
        var text = new StringBuilder();
        var type = "";
        boolean wanted = false;
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT
                && !(event == XMLStreamConstants.END_ELEMENT && xml.name().equals("Cell"))) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Data")) {
                type = String.valueOf(xml.attribute("Type"));
                wanted = text.isEmpty();
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("Data")) {
                wanted = false;
            } else if (wanted && xml.isCharacters()) {
                append(text, xml.text());
            }
            event = xml.next();
        }
        return shown(text.toString(), type);
    }

    private static void append(StringBuilder text, String more) throws UnreadableFile {
        if (text.length() + more.length() > Limits.LINE) {
            throw new UnreadableFile("line", Limits.LINE >> 20);
        }
        text.append(more);
    }

    private String shown(String text, String type) {
        return switch (type) {
            case "DateTime" -> text.replaceFirst("T00:00:00(\\.0+)?$", "").replaceFirst("\\.0+$", "");
            case "Number" -> text.replace('.', decimal);
            case "Boolean" -> text.equals("1") ? "Y" : "N";
            default -> text;
        };
    }

    @Override
    public List<Table> all() {
        return tables;
    }

    @Override
    public TableRows open(int table) {
        return sheets.get(table).open();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
