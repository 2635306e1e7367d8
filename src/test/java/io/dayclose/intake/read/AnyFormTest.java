package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of any records, written in any mixture of the allowed forms: encodings, delimiters, kinds of files, sheets, titles,
 * closing rows, merged cells, forms of dates and numbers, blanks. It always gives the same records. {@code -Dform.seed=S}
 * begins elsewhere, {@code -Dform.cases=N} tries more.
 */
@Tag("file")
class AnyFormTest {
    private static final int CASES = Integer.getInteger("form.cases", 1000);
    private static final long SEED = Long.getLong("form.seed", 16L);
    private static final List<String> COLUMNS = RecordTexts.COLUMNS;

    @TempDir
    private Path folder;

    private Feed feed;

    @Test
    void any_table_in_any_mixture_of_forms_gives_the_same_records() throws IOException {
        feed = new TestHome(folder).feeds("sale").home().feeds().get(0);
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            tried(seed);
        }
        System.out.println("any form: " + CASES + " cases from seed " + SEED);
    }

    private void tried(long seed) throws IOException {
        var random = new Random(seed);
        var records = records(random);
        var forms = new TableForms(random);
        var columns = new ArrayList<>(COLUMNS.subList(1, COLUMNS.size()));
        Collections.shuffle(columns, random);
        columns.add(0, COLUMNS.get(0));
        var bytes = forms.write(columns, written(records, columns, new CellForms(random)));
        var file = Files.write(folder.resolve("sale.bin"), bytes);
        assertThat(read(file)).as("seed " + seed + ": " + forms.kind()).isEqualTo(texts(records));
    }

    private static List<Object[]> records(Random random) {
        var records = new ArrayList<Object[]>();
        int documents = 1 + random.nextInt(6);
        for (int d = 0; d < documents; d++) {
            var document =
                    "%s%05d".formatted(List.of("", "S", "订单-", "XS").get(random.nextInt(4)), random.nextInt(9000) + d);
            for (int line = 1 + random.nextInt(3); line > 0; line--) {
                records.add(record(document, line, random));
            }
        }
        return records;
    }

    private static Object[] record(String document, int line, Random random) {
        var date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330));
        var time =
                LocalDateTime.of(2026, 1, 1, 9, 0).plusDays(random.nextInt(330)).plusSeconds(random.nextInt(36_000));
        long quantity = 1 + random.nextInt(2000);
        var price = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
        return new Object[] {
            document,
            (long) line,
            random.nextBoolean() ? "SALE" : "RETURN",
            date,
            random.nextInt(3) == 0 ? null : time,
            "W%03d".formatted(random.nextInt(20)),
            "00%d".formatted(random.nextInt(500)),
            quantity,
            price,
            random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(900), 2) : null,
            price.multiply(BigDecimal.valueOf(quantity))
        };
    }

    private static List<List<String>> written(List<Object[]> records, List<String> columns, CellForms forms) {
        return records.stream()
                .map(record -> columns.stream()
                        .map(column -> written(record[COLUMNS.indexOf(column)], column, forms))
                        .toList())
                .toList();
    }

    private static String written(Object value, String column, CellForms forms) {
        if (value instanceof LocalDate date) {
            return forms.date(date);
        }
        if (value instanceof LocalDateTime time) {
            return forms.time(time);
        }
        if (value instanceof BigDecimal amount) {
            return forms.money(amount);
        }
        if (value instanceof Long number) {
            return forms.whole(number);
        }
        return value == null ? "" : column.equals("kind") ? value.toString() : forms.code(value.toString());
    }

    private static List<String> texts(List<Object[]> records) {
        return records.stream().map(AnyFormTest::text).toList();
    }

    private static String text(Object[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> values[i] instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : String.valueOf(values[i]))
                .toList()
                .toString();
    }

    private List<String> read(Path file) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            var translator = Translator.of(feed, rows.header(), new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH));
            for (var row = rows.next(); row != null; row = rows.next()) {
                var parsed = translator.translate(row);
                var values = COLUMNS.stream()
                        .map(column -> parsed.values()[feed.schema().index(column)])
                        .toArray();
                found.add(
                        parsed.faults().isEmpty()
                                ? text(values)
                                : parsed.faults().toString());
            }
            rows.damage().ifPresent(why -> found.add(why.en()));
        } catch (UnreadableFile refused) {
            found.add(refused.getMessage());
        }
        return found;
    }
}
