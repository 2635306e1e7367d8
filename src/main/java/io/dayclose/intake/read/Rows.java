package io.dayclose.intake.read;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens a file as the rows in it, whatever kind of file it is. */
public final class Rows {
    private Rows() {}

    /** @throws UnreadableFile saying why the file cannot be read */
    public static RowSource open(Path file, Feed feed) throws IOException {
        return open(file, Wanted.of(feed));
    }

    /** @throws UnreadableFile saying why the file cannot be read */
    public static RowSource open(Path file, Wanted wanted) throws IOException {
        Tables tables = null;
        try {
            tables = tables(file, wanted);
            return new TableRecords(tables, wanted);
        } catch (IOException | RuntimeException refused) {
            if (tables != null) {
                tables.close();
            }
            throw UnreadableFile.of(refused);
        }
    }

    static Tables tables(Path file, Wanted wanted) throws IOException {
        var content = Content.of(file);
        try {
            return tables(content, wanted);
        } catch (IOException | RuntimeException refused) {
            content.close();
            throw refused;
        }
    }

    private static Tables tables(Content content, Wanted wanted) throws IOException {
        var layout = wanted.layout();
        return switch (content.kind()) {
            case WORKBOOK -> new XlsxTables(content, layout);
            case OLE -> new XlsTables(content, layout);
            case PAGE -> new PageTables(content, layout);
            case XML_WORKBOOK -> new XmlWorkbook(content, layout);
            case TEXT -> new TextTables(content, layout, wanted.signs());
            default -> throw new UnreadableFile("nested");
        };
    }

    /**
     * The names of a workbook's sheets, in order.
     *
     * @throws UnreadableFile also when the file is a text
     */
    public static List<String> sheets(Path file, int mostMegabytes) throws IOException {
        var layout = Layout.CANONICAL.upTo(mostMegabytes);
        var any = new Wanted(TableSigns.of(names -> false), layout, Optional.empty(), row -> false);
        try (var tables = tables(file, any)) {
            if (tables instanceof TextTables) {
                throw new UnreadableFile("text");
            }
            return tables.all().stream().map(Tables.Table::name).toList();
        } catch (RuntimeException damaged) {
            throw UnreadableFile.of(damaged);
        }
    }

    /** All rows of a small text that has no header. */
    public static List<String[]> all(Path file) throws IOException {
        var rows = new ArrayList<String[]>();
        try (var content = Content.of(file);
                var text = new TextRows(content, Charsets.of(content, "auto"), ',')) {
            for (var row = text.next(); row != null; row = text.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }
}
