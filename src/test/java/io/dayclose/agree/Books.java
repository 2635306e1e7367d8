package io.dayclose.agree;

import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.Workbooks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The workbooks of a date as people have them: the last revision of each report and scope. */
final class Books {
    private static final Pattern REVISION = Pattern.compile("_(?:更正|R)(\\d+)\\.xlsx$");

    /** By the report's title, then by the name of the scope's folder. */
    private final Map<String, Map<String, Book>> books = new TreeMap<>();

    private final Path home;
    private final LocalDate date;

    Books(Path home, LocalDate date) {
        this.home = home;
        this.date = date;
        var files = new ArrayList<>(Workbooks.below(home.resolve("out/archive/" + date)));
        files.sort(Comparator.comparing(Books::revision));
        for (var file : files) {
            var scope = file.getParent();
            books.computeIfAbsent(String.valueOf(scope.getParent().getFileName()), any -> new TreeMap<>())
                    .put(
                            String.valueOf(scope.getFileName()),
                            new Book(file.getFileName().toString(), Workbooks.read(file)));
        }
    }

    Path home() {
        return home;
    }

    LocalDate date() {
        return date;
    }

    private static int revision(Path file) {
        var mark = REVISION.matcher(file.getFileName().toString());
        return mark.find() ? Integer.parseInt(mark.group(1)) : 0;
    }

    Optional<Book> book(String title, String scope) {
        return Optional.ofNullable(books.getOrDefault(title, Map.of()).get(scope));
    }

    /** The workbooks of all scopes but one. */
    List<Book> others(String title, String scope) {
        return books.getOrDefault(title, Map.of()).entrySet().stream()
                .filter(each -> !each.getKey().equals(scope))
                .map(Map.Entry::getValue)
                .toList();
    }

    int count() {
        return books.values().stream().mapToInt(Map::size).sum();
    }

    /** One workbook. */
    record Book(String name, Map<String, List<List<String>>> sheets) {
        /** The figure of a title of the first sheet; none where it stands empty. */
        Optional<BigDecimal> figure(String title) {
            return number(
                    new OpenedBook(sheets).figure(title).replaceAll("[¥,]", "").replace('−', '-'));
        }

        /** The rows of a sheet by their titles, without the row of totals. */
        List<Map<String, String>> rows(String sheet) {
            var table = sheets.getOrDefault(sheet, List.of());
            if (table.isEmpty()) {
                throw new AssertionError(name + " has no sheet " + sheet + " among " + sheets.keySet());
            }
            var rows = new ArrayList<Map<String, String>>();
            for (var cells : table.subList(1, table.size())) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < table.get(0).size(); i++) {
                    row.put(table.get(0).get(i), i < cells.size() ? cells.get(i) : "");
                }
                if (cells.isEmpty() || !cells.get(0).equals("合计") && !OpenedBook.isNothing(cells)) {
                    rows.add(row);
                }
            }
            return rows;
        }

        BigDecimal sum(String sheet, String column, Predicate<Map<String, String>> which) {
            return Books.sum(rows(sheet), column, which);
        }

        BigDecimal sum(String sheet, String column) {
            return sum(sheet, column, row -> true);
        }

        BigDecimal count(String sheet, Predicate<Map<String, String>> which) {
            return BigDecimal.valueOf(rows(sheet).stream().filter(which).count());
        }
    }

    static BigDecimal sum(List<Map<String, String>> rows, String column, Predicate<Map<String, String>> which) {
        if (!rows.isEmpty() && !rows.get(0).containsKey(column)) {
            throw new AssertionError(
                    "no column " + column + " among " + rows.get(0).keySet());
        }
        return rows.stream()
                .filter(which)
                .flatMap(row -> number(row.get(column)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Optional<BigDecimal> number(String text) {
        return text != null && text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
