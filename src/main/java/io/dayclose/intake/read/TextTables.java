package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** A text as the one table it is; what parts its cells is told by sight unless the layout says it. */
final class TextTables implements Tables {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 1 << 17;

    private final Content content;
    private final Charset charset;
    private final char delimiter;

    TextTables(Content content, Layout layout, TableSigns signs) throws IOException {
        this.content = content;
        charset = Charsets.of(content, layout.charset());
        delimiter = layout.delimiter() == Layout.BY_SIGHT ? bySight(signs) : layout.delimiter();
    }

    Charset charset() {
        return charset;
    }

    char delimiter() {
        return delimiter;
    }

    /** The one under which a row names most of the feed's columns; where none does, the one that makes most cells. */
    private char bySight(TableSigns signs) throws IOException {
        var sample = sample();
        return best(sample, rows -> rows.stream().mapToInt(signs::known).max().orElse(0), 1)
                .orElseGet(() -> best(sample, TextTables::widest, 0).orElse(','));
    }

    private static int widest(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static Optional<Character> best(String sample, ToIntFunction<List<List<String>>> worth, int atLeast) {
        return DELIMITERS.stream()
                .filter(each -> worth.applyAsInt(rows(sample, each)) >= atLeast)
                .max(Comparator.<Character>comparingInt(each -> worth.applyAsInt(rows(sample, each)))
                        .thenComparing(each -> -DELIMITERS.indexOf(each)));
    }

    /** The first rows; those before a stray quote when there is one. */
    private static List<List<String>> rows(String sample, char delimiter) {
        var rows = new ArrayList<List<String>>();
        try (var reader = TextRows.open(new StringReader(sample), delimiter)) {
            for (var row : reader) {
                rows.add(List.of(row.cells()));
                if (rows.size() == Limits.HEADER_WITHIN) {
                    break;
                }
            }
        } catch (IOException | RuntimeException strayQuote) {
            return rows;
        }
        return rows;
    }

    private String sample() throws IOException {
        try (Reader text = Charsets.reader(content, charset)) {
            var sample = new char[SAMPLE];
            int filled = 0;
            for (int read = 0; read >= 0 && filled < SAMPLE; filled += Math.max(0, read)) {
                read = text.read(sample, filled, SAMPLE - filled);
            }
            return new String(sample, 0, filled);
        }
    }

    @Override
    public List<Table> all() {
        return List.of(new Table("", true));
    }

    @Override
    public TableRows open(int table) throws IOException {
        return new TextRows(content, charset, delimiter);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
