package io.dayclose.intake.read;

import io.dayclose.intake.Remark;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The records of all tables of a file that have the header, one table after the other, as if they were one. */
final class TableRecords implements RowSource {
    private final Tables tables;
    private final Wanted wanted;
    private final TableSearch.Result search;
    private final List<String> header = new ArrayList<>();
    private final List<int[]> placesOf = new ArrayList<>();
    private final Queue<FoundTable> left;
    private final SkippedRows leftOut = new SkippedRows();
    private @Nullable TableReader reader;
    private int table = -1;
    private @Nullable Bilingual damage;

    TableRecords(Tables tables, Wanted wanted) throws IOException {
        this.tables = tables;
        this.wanted = wanted;
        search = TableSearch.in(tables, wanted);
        search.found().forEach(each -> placesOf.add(join(each.header())));
        left = new ArrayDeque<>(search.found());
    }

    /** Where the cells of a table go in the common header, to which it adds what it alone has. */
    private int[] join(List<String> names) {
        var taken = new boolean[header.size() + names.size()];
        var places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(names.get(i), taken);
            taken[places[i]] = true;
        }
        return places;
    }

    private int place(String name, boolean[] taken) {
        var plain = HeaderName.plain(name);
        for (int i = 0; i < header.size(); i++) {
            if (!taken[i] && HeaderName.plain(header.get(i)).equals(plain)) {
                return i;
            }
        }
        header.add(name);
        return header.size() - 1;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<String> tables() {
        return search.found().size() < 2
                ? List.of()
                : search.found().stream().map(FoundTable::name).toList();
    }

    @Override
    public @Nullable SourceRow next() {
        if (damage != null) {
            return null;
        }
        try {
            var row = reader == null ? null : reader.next();
            while (row == null && !left.isEmpty()) {
                row = open(left.remove()).next();
            }
            return row == null ? null : placed(row);
        } catch (IOException | RuntimeException damaged) {
            damage = UnreadableFile.of(damaged).why();
            return new SourceRow(0, new String[] {damage.en()}, true);
        }
    }

    private TableReader open(FoundTable found) throws IOException {
        close(reader);
        table++;
        reader = new TableReader(tables.open(found.index()), found, wanted, leftOut);
        return reader;
    }

    private SourceRow placed(SourceRow row) {
        if (table == 0 && (row.damaged() || row.cells().length == header.size())) {
            return row;
        }
        long line = RowSource.line(table, row.line());
        if (row.damaged()) {
            return new SourceRow(line, row.cells(), true);
        }
        var cells = new String[header.size()];
        Arrays.fill(cells, "");
        for (int i = 0; i < row.cells().length; i++) {
            cells[placesOf.get(table)[i]] = row.cells()[i];
        }
        return new SourceRow(line, cells, false);
    }

    @Override
    public Optional<Bilingual> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        if (leftOut.count() > 0) {
            var rows = Remark.of(Message.ROWS_LEFT_OUT, leftOut.count(), leftOut.line(), leftOut.text());
            remarks.add(leftOut.onlySums() ? rows.asUsual() : rows);
        }
        if (!search.unread().isEmpty()) {
            remarks.add(Remark.of(Message.SHEET_NOT_READ, String.join(", ", search.unread())));
        }
        return remarks;
    }

    @Override
    public void close() throws IOException {
        close(reader);
        tables.close();
    }

    private static void close(@Nullable TableReader reader) throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
