package io.dayclose.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of tables in ARCHITECTURE.md is the rule: who writes what, and who reads what another room writes. */
class TablesTest {
    private static final Path CODE = Path.of("src/main/java/io/dayclose");
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| ((?:`\\w+`(?:, )?)+|–) \\| ((?:`\\w+`(?:, )?)+|–) \\|");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern WRITES = Pattern.compile(
            "(?:INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM|DELETE \\w+ FROM|TRUNCATE TABLE)\\s+(\\w+)");
    private static final Pattern LOADS = Pattern.compile("new BulkRows\\(\\s*\"(\\w+)\"");
    private static final Pattern NOTES = Pattern.compile("FactDays\\.\\w+\\(\\s*\\w+,\\s*\"\\w+\",\\s*\"(\\w+)\"");
    private static final Pattern READS = Pattern.compile("(?:FROM|JOIN)\\s+(\\w+)");

    private final Map<String, Set<String>> owned = new TreeMap<>();
    private final Map<String, Set<String>> read = new TreeMap<>();
    private final Set<String> tables = tables();

    TablesTest() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        while (rows.find()) {
            owned.put(rows.group(1), names(rows.group(2)));
            read.put(rows.group(1), names(rows.group(3)));
        }
        assertThat(owned).as("rooms with tables in ARCHITECTURE.md").hasSizeGreaterThan(15);
    }

    @Test
    void every_table_has_exactly_one_room_that_writes_it() {
        var owners = new HashMap<String, List<String>>();
        owned.forEach((room, its) -> its.forEach(
                table -> owners.computeIfAbsent(table, any -> new ArrayList<>()).add(room)));
        assertThat(owners.keySet()).isEqualTo(tables);
        assertThat(owners.values()).allMatch(rooms -> rooms.size() == 1);
    }

    @Test
    void a_room_writes_its_own_tables_only() throws IOException {
        for (var file : files()) {
            var written = new TreeSet<>(found(WRITES, literals(file)));
            written.addAll(found(LOADS, Files.readString(file)));
            written.addAll(found(NOTES, Files.readString(file)));
            assertThat(owned.getOrDefault(room(file), Set.of()))
                    .as(file.toString())
                    .containsAll(written);
        }
    }

    @Test
    void a_room_reads_of_other_rooms_only_what_is_listed_and_all_of_that() throws IOException {
        var reads = new TreeMap<String, Set<String>>();
        for (var file : files()) {
            var its = reads.computeIfAbsent(room(file), any -> new TreeSet<>());
            its.addAll(found(READS, literals(file)));
            if (NOTES.matcher(Files.readString(file)).find()) {
                its.add("fact_day");
            }
        }
        for (var file : list(Path.of("sql/inquiry"), ".sql")) {
            reads.computeIfAbsent("inquiry", any -> new TreeSet<>()).addAll(found(READS, Files.readString(file)));
        }
        reads.forEach((room, its) -> {
            its.removeAll(owned.getOrDefault(room, Set.of()));
            assertThat(its).as(room).isEqualTo(read.getOrDefault(room, Set.of()));
        });
    }

    @Test
    void whoever_takes_days_in_names_the_table_where_it_notes_them() throws IOException {
        var asks = Pattern.compile("FactDays\\.\\w+\\(");
        for (var file : files()) {
            var text = Files.readString(file);
            assertThat(NOTES.matcher(text).results().count())
                    .as(file.toString())
                    .isEqualTo(asks.matcher(text).results().count());
        }
    }

    private Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(each -> each.group(1).toLowerCase(Locale.ROOT))
                .filter(tables::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String literals(Path file) throws IOException {
        return LITERAL.matcher(Files.readString(file))
                .results()
                .map(each -> each.group(1) == null ? each.group(2) : each.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> tables() throws IOException {
        var tables = new TreeSet<String>();
        for (var file : list(Path.of("sql/migration"), ".sql")) {
            var made = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)").matcher(Files.readString(file));
            made.results()
                    .map(each -> each.group(1))
                    .filter(name -> !name.startsWith("BATCH_"))
                    .forEach(tables::add);
        }
        return tables;
    }

    private static Set<String> names(String cell) {
        return Pattern.compile("\\w+")
                .matcher(cell)
                .results()
                .map(each -> each.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files() throws IOException {
        return list(CODE, ".java");
    }

    private static List<Path> list(Path folder, String end) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static String room(Path file) {
        return CODE.relativize(file).getName(0).toString();
    }
}
