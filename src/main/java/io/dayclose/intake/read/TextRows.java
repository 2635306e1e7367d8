package io.dayclose.intake.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a delimited text (RFC 4180). A row with another number of cells than the header is damaged. A stray quote damages
 * its own line only: reading begins anew on the next one.
 */
final class TextRows implements TableRows {
    private static final int MOST_NEW_BEGINNINGS = 100;

    private final Content content;
    private final Charset charset;
    private final char delimiter;
    private CsvReader<SourceRow> reader;
    private CloseableIterator<SourceRow> rows;
    private int width = -1;
    private long linesBefore;
    private long nextLine = 1;
    private int newBeginnings;

    TextRows(Content content, Charset charset, char delimiter) throws IOException {
        this.content = content;
        this.charset = charset;
        this.delimiter = delimiter;
        reader = open(Charsets.reader(content, charset), delimiter);
        rows = reader.iterator();
    }

    /** A reader of rows of any width; one field may be as long as a line. */
    static CsvReader<SourceRow> open(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(2 * Limits.LINE)
                .build(new RowHandler(), text);
    }

    @Override
    public void expect(int headerWidth) {
        width = headerWidth;
    }

    @Override
    public boolean isWhole(String[] cells, int headerWidth) {
        return cells.length >= headerWidth;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            return rows.hasNext() ? checked(rows.next()) : null;
        } catch (CsvParseException strayQuote) {
            if (strayQuote.getCause() instanceof UncheckedIOException limit) {
                throw limit.getCause();
            }
            return beginAnew(nextLine, strayQuote);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private SourceRow checked(SourceRow relative) throws IOException {
        var row = linesBefore == 0 ? relative : new SourceRow(relative.line() + linesBefore, relative.cells(), false);
        int breaks = breaks(row.cells());
        nextLine = row.line() + 1 + breaks;
        boolean fits = width < 0
                || !swallowsRows(row.cells(), breaks)
                        && TrailingBlanks.length(row.cells()) <= width
                        && row.cells().length >= width;
        if (fits || breaks == 0) {
            return row;
        }
        return beginAnew(row.line(), new UnreadableFile("quote"));
    }

    /** Lines inside a cell are text; those with as many delimiters as a row has are rows behind a quote that is not closed. */
    private boolean swallowsRows(String[] cells, int breaks) {
        if (breaks == 0 || width < 3) {
            return false;
        }
        for (var cell : cells) {
            boolean rows = cell.lines()
                    .skip(1)
                    .anyMatch(line -> line.chars().filter(c -> c == delimiter).count() >= width - 1);
            if (rows) {
                return true;
            }
        }
        return false;
    }

    /** A quote that is not closed swallows the lines after it, which are none of its business. */
    private SourceRow beginAnew(long line, Exception why) throws IOException {
        if (newBeginnings++ == MOST_NEW_BEGINNINGS) {
            throw UnreadableFile.of(why);
        }
        reader.close();
        var text = Charsets.reader(content, charset);
        long at = 1;
        var raw = line(text);
        while (raw != null && (at < line || raw.isEmpty())) {
            raw = line(text);
            at++;
        }
        linesBefore = at;
        nextLine = at + 1;
        reader = open(text, delimiter);
        rows = reader.iterator();
        return new SourceRow(at, new String[] {String.valueOf(raw)}, true);
    }

    /** A line, which may end with a line feed, a carriage return or both. */
    private static @Nullable String line(BufferedReader text) throws IOException {
        var line = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() == Limits.LINE) {
                throw new UnreadableFile("line", Limits.LINE >> 20);
            }
            line.append((char) c);
        }
        text.mark(1);
        if (c == '\r' && text.read() != '\n') {
            text.reset();
        }
        return line.toString();
    }

    private static int breaks(String[] cells) {
        int breaks = 0;
        for (var cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                boolean pair = cell.charAt(i) == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
                breaks += (cell.charAt(i) == '\n' || cell.charAt(i) == '\r') && !pair ? 1 : 0;
            }
        }
        return breaks;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Collects the cells of a row straight from the reader's buffer. */
    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<SourceRow> {
        private final ArrayList<String> cells = new ArrayList<>();
        private String[] before = {};
        private int characters;

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells.clear();
            characters = 0;
        }

        /** Many cells say what the one above them says: making the same text a million times takes as long as reading. */
        private String text(int index, char[] buffer, int offset, int length) {
            if (index < before.length && before[index].length() == length) {
                var above = before[index];
                int i = 0;
                while (i < length && above.charAt(i) == buffer[offset + i]) {
                    i++;
                }
                if (i == length) {
                    return above;
                }
            }
            return new String(buffer, offset, length);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            characters += length;
            if (characters > Limits.LINE) {
                throw new UncheckedIOException(new UnreadableFile("line", Limits.LINE >> 20));
            }
            if (index >= Limits.COLUMNS) {
                throw new UncheckedIOException(new UnreadableFile("columns", Limits.COLUMNS));
            }
            cells.add(length == 0 ? "" : text(index, buffer, offset, length));
        }

        @Override
        protected SourceRow buildRecord() {
            before = cells.toArray(String[]::new);
            return new SourceRow(getStartingLineNumber(), before, false);
        }
    }
}
