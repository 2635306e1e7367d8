package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a file shows before anything is said about it: its kind, how its text is written, and the first rows of its tables.
 *
 * @param kind such as {@code text}, {@code workbook}, {@code page}
 * @param charset of a text, empty for other kinds
 * @param delimiter of a text
 */
public record FileLook(String kind, Optional<String> charset, Optional<Character> delimiter, List<Table> tables) {
    private static final int ROWS = 200;
    private static final int MEGABYTES = 100;

    /** The first rows of a table; its name is empty where it has none. */
    public record Table(String name, boolean visible, List<SourceRow> rows) {}

    /**
     * Looks at a file.
     *
     * @param isName tells what may be the name of a column, by which the delimiter of a text is found
     * @throws UnreadableFile saying why nothing can be read
     */
    public static FileLook at(Path file, Predicate<String> isName) throws IOException {
        try (var content = Content.of(file)) {
            var kind = content.kind();
            var layout =
                    new Layout(Layout.BY_SIGHT, '.', "auto", List.of(), MEGABYTES, Map.of(), Layout.Frame.BY_SIGHT);
            var wanted = new Wanted(TableSigns.ofNames(isName), layout, Optional.empty(), row -> false);
            try (var tables = Rows.tables(file, wanted)) {
                var text = tables instanceof TextTables found ? Optional.of(found) : Optional.<TextTables>empty();
                return new FileLook(
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        text.map(each -> each.charset().name()),
                        text.map(TextTables::delimiter),
                        shown(tables));
            }
        } catch (RuntimeException damaged) {
            throw UnreadableFile.of(damaged);
        }
    }

    private static List<Table> shown(Tables tables) throws IOException {
        var shown = new ArrayList<Table>();
        for (int i = 0; i < tables.all().size(); i++) {
            var table = tables.all().get(i);
            shown.add(new Table(table.name(), table.visible(), rows(tables, i)));
        }
        return shown;
    }

    private static List<SourceRow> rows(Tables tables, int table) throws IOException {
        var first = new ArrayList<SourceRow>();
        try (var rows = tables.open(table)) {
            for (var row = rows.next(); row != null && first.size() < ROWS; row = rows.next()) {
                first.add(row);
            }
        }
        return first;
    }
}
