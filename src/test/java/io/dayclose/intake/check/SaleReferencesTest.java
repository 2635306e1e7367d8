package io.dayclose.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Decision;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.SaleColumns.Line;
import io.dayclose.intake.check.SaleReferences.Returned;
import io.dayclose.intake.check.SaleReferences.Serial;
import io.dayclose.intake.check.SerialHistory.Movement;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which line a return takes back that names only a document. {@code -Dreturns.cases}, {@code -Dreturns.seed}. */
class SaleReferencesTest {
    private static final FeedSchema SALE =
            FeedCatalogue.delivered().schema("sale").orElseThrow();
    private static final SaleColumns COLUMNS = new SaleColumns(SALE);
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final int CASES = Integer.getInteger("returns.cases", 1000);
    private static final long FIRST = Long.getLong("returns.seed", 20261122L);

    /** A line such as {@code SALE S3/1 G2 2 20.00} or {@code RETURN R1/1 G2 1 10.00 of S3} with {@code S3/1} where it names the line. */
    private static @Nullable Object[] line(String text) {
        var words = text.split(" ");
        var values = new Object[SALE.columns().size()];
        values[SALE.index("kind")] = words[0];
        values[SALE.index("doc_no")] = words[1].split("/")[0];
        values[SALE.index("line_no")] = Long.valueOf(words[1].split("/")[1]);
        values[SALE.index("product_code")] = words[2];
        values[SALE.index("quantity")] = Long.valueOf(words[3]);
        values[SALE.index("amount")] = new BigDecimal(words[4]);
        values[SALE.index("business_date")] = DAY;
        values[SALE.index("outlet_code")] = "W1";
        if (words.length > 6) {
            var original = words[6].split("/");
            values[SALE.index("original_doc_no")] = original[0];
            values[SALE.index("original_line_no")] = original.length > 1 ? Long.valueOf(original[1]) : null;
        }
        return values;
    }

    private static ValidatedRecord judged(@Nullable Object[] values) {
        var key = COLUMNS.line(values).docNo() + "/" + COLUMNS.line(values).lineNo();
        return new ValidatedRecord(
                new ValidatedRecord.Origin(1, 1, 1),
                values,
                () -> new String[0],
                key,
                Decision.PENDING,
                null,
                DAY,
                null,
                BigDecimal.ZERO,
                1,
                0);
    }

    /** Facts in memory. */
    private static final class Facts implements SaleReferences.Books {
        private final Map<Line, @Nullable Object[]> lines = new LinkedHashMap<>();

        void put(@Nullable Object[] values) {
            lines.put(COLUMNS.line(values), values);
        }

        @Override
        public @Nullable Object @Nullable [] line(Line line) {
            return lines.get(line);
        }

        @Override
        public Collection<Line> lines(String document) {
            return lines.keySet().stream()
                    .filter(line -> line.docNo().equals(document))
                    .toList();
        }

        @Override
        public Map<Line, Returned> returned(Line original) {
            return lines.entrySet().stream()
                    .filter(each ->
                            COLUMNS.isReturn(each.getValue()) && original.equals(COLUMNS.original(each.getValue())))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> new Returned(COLUMNS.quantity(each.getValue()), COLUMNS.amount(each.getValue()))));
        }

        @Override
        public Map<Line, Movement> movements(Serial serial) {
            return Map.of();
        }

        SaleReferences settlement() {
            var company = new Organisation();
            company.put("outlet", "W1", FeedSchema.ALWAYS, new Outlet("W1", "B1", "OWN", null, null, null));
            return new SaleReferences(SALE, this, new Presence(company));
        }
    }

    /** What becomes of one return beside facts: the line it takes, or the reason with its figures. */
    private static String outcome(String record, String... facts) {
        var books = new Facts();
        List.of(facts).forEach(fact -> books.put(line(fact)));
        var values = line(record);
        var fault = books.settlement().judge(judged(values));
        return fault == null
                ? String.valueOf(COLUMNS.original(values))
                : fault.reason() + " " + fault.column() + " " + fault.value() + " " + fault.expected();
    }

    @Test
    void takes_the_only_line_of_the_document_with_its_product() {
        assertThat(outcome("RETURN R1/1 G2 1 10.00 of S3", "SALE S3/1 G1 1 10.00", "SALE S3/4 G2 1 10.00"))
                .isEqualTo("Line[docNo=S3, lineNo=4]");
    }

    @Test
    void takes_the_only_line_that_has_so_much_left_in_pieces_and_in_money() {
        assertThat(outcome(
                        "RETURN R1/1 G2 2 20.00 of S3",
                        "SALE S3/1 G2 2 20.00",
                        "SALE S3/4 G2 2 20.00",
                        "SALE S3/5 G2 2 19.99",
                        "RETURN R0/1 G2 1 10.00 of S3/1"))
                .isEqualTo("Line[docNo=S3, lineNo=4]");
    }

    @Test
    void names_the_candidates_when_more_than_one_line_could_be_meant() {
        assertThat(outcome(
                        "RETURN R1/1 G2 1 10.00 of S3",
                        "SALE S3/10 G2 1 10.00",
                        "SALE S3/4 G2 1 10.00",
                        "SALE S3/5 G1 1 10.00"))
                .isEqualTo("ORIGINAL_AMBIGUOUS original_line_no  S3/4, S3/10");
    }

    @Test
    void names_all_lines_of_the_product_when_none_of_several_has_so_much_left() {
        assertThat(outcome("RETURN R1/1 G2 3 30.00 of S3", "SALE S3/1 G2 2 20.00", "SALE S3/4 G2 1 10.00"))
                .isEqualTo("ORIGINAL_AMBIGUOUS original_line_no  S3/1, S3/4");
    }

    @Test
    void a_document_that_is_not_known_or_has_none_of_the_product_is_not_found() {
        assertThat(outcome("RETURN R1/1 G2 1 10.00 of S9", "SALE S3/1 G2 1 10.00"))
                .isEqualTo("ORIGINAL_NOT_FOUND original_doc_no S9 G2");
        assertThat(outcome("RETURN R1/1 G2 1 10.00 of S3", "SALE S3/1 G1 1 10.00"))
                .isEqualTo("ORIGINAL_NOT_FOUND original_doc_no S3 G2");
    }

    @Test
    void more_than_the_only_line_has_left_is_over_returned() {
        assertThat(outcome("RETURN R1/1 G2 2 20.00 of S3", "SALE S3/1 G2 2 20.00", "RETURN R0/1 G2 1 10.00 of S3/1"))
                .isEqualTo("OVER_RETURNED quantity 2 1 + 2 > 2");
    }

    @Test
    void a_corrected_return_keeps_its_line_and_finds_another_when_that_has_no_room() {
        var facts = new String[] {"SALE S3/1 G2 2 20.00", "SALE S3/4 G2 9 90.00", "RETURN R1/1 G2 1 10.00 of S3/1"};
        assertThat(outcome("RETURN R1/1 G2 2 20.00 of S3", facts)).isEqualTo("Line[docNo=S3, lineNo=1]");
        assertThat(outcome("RETURN R1/1 G2 3 30.00 of S3", facts)).isEqualTo("Line[docNo=S3, lineNo=4]");
    }

    @Test
    void money_back_without_goods_is_bound_by_what_was_paid() {
        var facts = new String[] {"SALE S3/1 G2 3 100.00", "RETURN R0/1 G2 3 90.00 of S3/1"};
        assertThat(outcome("RETURN R1/1 G2 0 10.00 of S3", facts)).isEqualTo("Line[docNo=S3, lineNo=1]");
        assertThat(outcome("RETURN R1/1 G2 0 10.01 of S3/1", facts))
                .isEqualTo("OVER_RETURNED amount 10.01 90.00 + 10.01 > 100.00");
    }

    @Test
    void what_becomes_of_returns_does_not_depend_on_how_they_arrive_or_on_pages() {
        for (long seed = FIRST; seed < FIRST + CASES; seed++) {
            var random = new Random(seed);
            var records = records(random);
            var straight = settle(records, Integer.MAX_VALUE);
            assertThat(settle(dealt(records, random), 1 + random.nextInt(4)))
                    .as("seed " + seed)
                    .isEqualTo(straight);
            assertThat(unsettled(straight)).as("seed " + seed).isEmpty();
        }
        System.out.printf("returns without lines: %d cases from seed %d%n", CASES, FIRST);
    }

    /** Up to three documents of up to four lines, and returns of them, most of which name no line. */
    private static List<String> records(Random random) {
        var records = new ArrayList<String>();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            int pieces = 1 + random.nextInt(3);
            records.add("SALE S%d/%d G%d %d %d0.00".formatted(random.nextInt(3), i, random.nextInt(2), pieces, pieces));
        }
        for (int i = 0; i < 3 + random.nextInt(8); i++) {
            int pieces = random.nextInt(3);
            var of = "S" + random.nextInt(3) + (random.nextInt(3) == 0 ? "/" + random.nextInt(5) : "");
            records.add(
                    "RETURN R%02d/1 G%d %d %d.00 of %s".formatted(i, random.nextInt(2), pieces, 5 + 5 * pieces, of));
        }
        return records;
    }

    private static List<String> dealt(List<String> records, Random random) {
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Shows the returns in order of time, which is their number, page by page and pass by pass, as a night does. */
    private static Map<String, String> settle(List<String> records, int page) {
        var facts = new Facts();
        records.stream().filter(each -> each.startsWith("SALE")).forEach(each -> facts.put(line(each)));
        var waiting = new ArrayList<>(records.stream()
                .filter(each -> each.startsWith("RETURN"))
                .sorted()
                .toList());
        var outcome = new TreeMap<String, String>();
        var passes = new Passes();
        while (passes.begin()) {
            pages(waiting, page).forEach(part -> settlePage(facts, part, passes, outcome));
            waiting.removeIf(outcome::containsKey);
        }
        waiting.forEach(each -> outcome.put(each, "returned"));
        records.stream().filter(each -> each.startsWith("SALE")).forEach(each -> outcome.put(each, "sold"));
        return outcome;
    }

    private static void settlePage(Facts facts, List<String> part, Passes passes, Map<String, String> outcome) {
        var settlement = facts.settlement();
        var accepted = new ArrayList<@Nullable Object[]>();
        for (var each : part) {
            var values = line(each);
            boolean waits = COLUMNS.namesOnlyDocument(values) && passes.postpones();
            if (!waits && settlement.judge(judged(values)) == null) {
                passes.accepted();
                accepted.add(values);
                outcome.put(each, String.valueOf(COLUMNS.original(values)));
            }
        }
        accepted.forEach(facts::put);
    }

    private static List<List<String>> pages(List<String> all, int size) {
        var pages = new LinkedHashMap<Integer, List<String>>();
        for (int i = 0; i < all.size(); i++) {
            pages.computeIfAbsent(i / size, any -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(pages.values());
    }

    /** Returns without a line that were sent back although exactly one line has room for them in the end. */
    private static List<String> unsettled(Map<String, String> outcome) {
        var left = new HashMap<String, long[]>();
        outcome.keySet().stream()
                .filter(each -> each.startsWith("SALE"))
                .forEach(each -> left.put(each.split(" ")[1], room(each)));
        outcome.forEach((each, line) -> {
            if (line.startsWith("Line")) {
                var sold = left.get(line.replaceAll("Line\\[docNo=(.*), lineNo=(.*)]", "$1/$2"));
                sold[1] -= room(each)[1];
                sold[2] -= room(each)[2];
            }
        });
        assertThat(left.values()).allMatch(room -> room[1] >= 0 && room[2] >= 0);
        return outcome.keySet().stream()
                .filter(each -> outcome.get(each).equals("returned") && COLUMNS.namesOnlyDocument(line(each)))
                .filter(each -> left.entrySet().stream()
                                .filter(sold -> sold.getKey().startsWith(each.split(" ")[6] + "/"))
                                .filter(sold -> has(sold.getValue(), room(each)))
                                .count()
                        == 1)
                .toList();
    }

    private static boolean has(long[] sold, long[] back) {
        return sold[0] == back[0] && sold[1] >= back[1] && sold[2] >= back[2];
    }

    /** Product, pieces and fen of a line. */
    private static long[] room(String record) {
        var words = record.split(" ");
        return new long[] {
            Long.parseLong(words[2].substring(1)),
            Long.parseLong(words[3]),
            new BigDecimal(words[4]).movePointRight(2).longValueExact()
        };
    }
}
