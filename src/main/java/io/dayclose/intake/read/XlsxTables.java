package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The sheets of an Open XML workbook. */
final class XlsxTables implements Tables {
    private final Content content;
    private final Map<String, List<CellSpan>> merged;
    private final XlsxPackage book;
    private final XlsxSheet.XlsxWords words;

    XlsxTables(Content content, Layout layout) throws IOException {
        this.content = content;
        merged = XlsxGuard.merged(content.path(), layout.maxMegabytes());
        book = new XlsxPackage(content.path());
        try {
            words = new XlsxSheet.XlsxWords(
                    new XlsxStrings(book.strings()),
                    new XlsxStyles(book.styles()),
                    new NumberForm.Notation(book.isSince1904(), layout.decimal()),
                    book.isUncalculated());
            if (book.sheets().isEmpty()) {
                throw new UnreadableFile("no_sheet");
            }
        } catch (IOException | RuntimeException damaged) {
            book.close();
            throw damaged;
        }
    }

    @Override
    public List<Table> all() {
        return book.sheets().stream()
                .map(sheet -> new Table(sheet.name(), sheet.visible()))
                .toList();
    }

    @Override
    public TableRows open(int table) throws IOException {
        var part = book.sheets().get(table).part();
        var in = book.part(part);
        if (in == null) {
            throw new UnreadableFile("part_missing", part);
        }
        return new XlsxSheet(in, words, merged.getOrDefault(part, List.of()));
    }

    @Override
    public void close() throws IOException {
        book.close();
        content.close();
    }
}
