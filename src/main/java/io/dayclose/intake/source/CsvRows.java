package io.dayclose.intake.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.dayclose.config.feed.Layout;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file (RFC 4180), plain or compressed. A row with another number of cells than the header is damaged. */
public final class CsvRows implements RowSource {
    private final CsvReader<SourceRow> reader;
    private final CloseableIterator<SourceRow> rows;
    private final List<String> header;
    private @Nullable String damage;

    public CsvRows(Path file, Layout layout) throws IOException {
        var charset = Charsets.of(file, layout.charset());
        var text = new InputStreamReader(
                Charsets.skipMark(new BufferedInputStream(Compression.open(file), 1 << 16)), charset);
        reader = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(new RowHandler(), text);
        rows = reader.iterator();
        header = readHeader(layout.headerRow());
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
        } catch (CsvParseException unreadable) {
            return damaged(unreadable);
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof ZipException || failed.getCause() instanceof EOFException) {
                return damaged(failed);
            }
            throw failed.getCause();
        }
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

    private SourceRow checked(SourceRow row) {
        boolean fits = header == null || row.cells().length == header.size();
        return fits ? row : new SourceRow(row.line(), row.cells(), true);
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
