package io.dayclose.intake.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.dayclose.config.feed.Layout;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180), plain or compressed. A row with another number of cells than the header is damaged. A
 * stray quote damages its own line only: reading begins anew on the next one.
 */
public final class CsvRows implements RowSource {
    private static final int MOST_NEW_BEGINNINGS = 100;

    private final Path file;
    private final Layout layout;
    private final Charset charset;
    private final List<String> header;
    private CsvReader<SourceRow> reader;
    private CloseableIterator<SourceRow> rows;
    private long linesBefore;
    private long nextLine = 1;
    private int newBeginnings;
    private @Nullable String damage;

    public CsvRows(Path file, Layout layout) throws IOException {
        this.file = file;
        this.layout = layout;
        charset = Charsets.of(file, layout.charset());
        reader = open(text());
        rows = reader.iterator();
        header = readHeader(layout.headerRow());
    }

    private BufferedReader text() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Charsets.skipMark(new BufferedInputStream(Compression.open(file), 1 << 16)), charset),
                1 << 16);
    }

    private CsvReader<SourceRow> open(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(new RowHandler(), text);
    }

    private List<String> readHeader(int line) throws IOException {
        SourceRow row = null;
        while (row == null || row.line() < line) {
            row = next();
            if (row == null) {
                return List.of();
            }
        }
        return Arrays.stream(row.cells()).map(String::strip).toList();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        try {
            return damage != null || !rows.hasNext() ? null : checked(rows.next());
        } catch (CsvParseException strayQuote) {
            return beginAnew(nextLine, strayQuote);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof ZipException || failed.getCause() instanceof EOFException) {
                return damaged(failed);
            }
            throw failed.getCause();
        }
    }

    private SourceRow checked(SourceRow relative) throws IOException {
        var row = new SourceRow(relative.line() + linesBefore, relative.cells(), false);
        int breaks = breaks(row.cells());
        nextLine = row.line() + 1 + breaks;
        if (header == null || row.cells().length == header.size()) {
            return row;
        }
        return breaks == 0
                ? new SourceRow(row.line(), row.cells(), true)
                : beginAnew(row.line(), new IllegalStateException("a quote is not closed"));
    }

    /** A quote that is not closed swallows the lines after it, which are none of its business. */
    private SourceRow beginAnew(long line, Exception why) throws IOException {
        if (newBeginnings++ == MOST_NEW_BEGINNINGS) {
            return damaged(why);
        }
        reader.close();
        var text = text();
        long at = 1;
        var raw = text.readLine();
        while (raw != null && (at < line || raw.isEmpty())) {
            raw = text.readLine();
            at++;
        }
        linesBefore = at;
        nextLine = at + 1;
        reader = open(text);
        rows = reader.iterator();
        return new SourceRow(at, new String[] {String.valueOf(raw)}, true);
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

    /** The row where the damage stands is refused; what follows cannot be told apart any more. */
    private SourceRow damaged(Exception why) {
        var root = why.getCause() == null ? why : why.getCause();
        damage = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new SourceRow(0, new String[] {damage}, true);
    }

    @Override
    public Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Collects the cells of a row straight from the reader's buffer. */
    private static final class RowHandler extends AbstractBaseCsvCallbackHandler<SourceRow> {
        private final ArrayList<String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells.clear();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            cells.add(length == 0 ? "" : new String(buffer, offset, length));
        }

        @Override
        protected SourceRow buildRecord() {
            return new SourceRow(getStartingLineNumber(), cells.toArray(String[]::new), false);
        }
    }
}
