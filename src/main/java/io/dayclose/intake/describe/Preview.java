package io.dayclose.intake.describe;

import io.dayclose.config.Company;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.Remark;
import io.dayclose.intake.control.ControlledRows;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.RowSource;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.read.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the first rows of a file would be read: every cell of every column that the feed has, as it stands and as it is taken.
 * Other records and master data are not asked.
 *
 * @param faulty how many of the rows have something wrong
 */
public record Preview(List<Cell> cells, int rows, int faulty, List<Remark> remarks) {

    /** One column of one row; {@code header} is its header in the file, or the expression that makes it. */
    public record Cell(long line, String column, String header, String text, String value, Optional<Fault> fault) {}

    /** @throws UnreadableSource when the file cannot be opened or lacks a column that every row needs */
    public static Preview of(Path file, Feed feed, Company company, int most) {
        try (var rows = ControlledRows.open(file, feed, Wanted.of(feed))) {
            var translator = Translator.of(feed, rows.header(), Locality.of(company));
            return read(rows, new Reader(feed, translator), most);
        } catch (IOException unreadable) {
            throw UnreadableSource.of(unreadable);
        }
    }

    private record Reader(Feed feed, Translator translator) {}

    private static Preview read(RowSource rows, Reader reader, int most) throws IOException {
        var cells = new ArrayList<Cell>();
        int count = 0;
        int faulty = 0;
        for (var row = rows.next(); row != null && count < most; row = rows.next()) {
            var parsed = reader.translator().translate(row);
            var found = cells(parsed, reader);
            cells.addAll(found);
            count++;
            faulty += found.stream().anyMatch(cell -> cell.fault().isPresent()) ? 1 : 0;
        }
        var remarks = new ArrayList<>(rows.remarks());
        remarks.addAll(reader.translator().remarks());
        return new Preview(cells, count, faulty, remarks);
    }

    private static List<Cell> cells(Parsed parsed, Reader reader) {
        var feed = reader.feed();
        var cells = new ArrayList<Cell>();
        var canonical = parsed.canonicalTexts();
        for (int i = 0; i < feed.schema().columns().size(); i++) {
            var column = feed.schema().columns().get(i);
            var text = parsed.texts()[i];
            var fault = parsed.faults().stream()
                    .filter(each ->
                            each.column().equals(column.name()) || each.column().isEmpty())
                    .findFirst();
            if (!text.isEmpty() || fault.isPresent() || !column.optional()) {
                cells.add(new Cell(
                        parsed.line(),
                        column.name(),
                        reader.translator().origin(i),
                        text,
                        parsed.values()[i] == null ? "" : canonical[i],
                        fault.or(() -> missing(column.name(), text, column.optional()))));
            }
        }
        return cells;
    }

    private static Optional<Fault> missing(String column, String text, boolean optional) {
        return text.isEmpty() && !optional
                ? Optional.of(new Fault(Reason.MISSING_VALUE, column, ""))
                : Optional.empty();
    }
}
