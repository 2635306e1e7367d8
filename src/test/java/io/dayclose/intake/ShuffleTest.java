package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.intake.fact.FeedIntake;
import io.dayclose.intake.source.Collector;
import io.dayclose.testing.CompanyNights;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shuffled, split, duplicated, overlapping and re-sent files give the same facts. Cases come in batches: the keys of each
 * case are its own, so a batch is one night of many small companies. {@code -Dshuffle.cases}, {@code -Dshuffle.seed}.
 */
class ShuffleTest extends CompanyNights {
    private static final int CASES = Integer.getInteger("shuffle.cases", 1000);
    private static final long FIRST = Long.getLong("shuffle.seed", 20261122L);
    private static final int BATCH = 50;
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");
    private static final String HEADER =
            "doc_no,line_no,kind,business_date,sold_at,outlet_code,seller_code,product_code,quantity,unit_price,amount,serial_no,original_doc_no,original_line_no\n";
    private static final String FACTS =
            "SELECT doc_no, line_no, kind, product_code, quantity, amount, serial_no, original_line_no, version FROM sale ORDER BY 1, 2, 9";
    private static final String DISCOUNTED = "SELECT doc_no, business_date FROM discounted_document ORDER BY 1";
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, value FROM voucher WHERE resolved_on IS NULL ORDER BY 1, 2, 3";

    @Test
    void shuffled_split_duplicated_and_overlapping_files_give_the_same_facts() {
        inBatches(CASES, false, dealt -> List.of(dealt));
    }

    @Test
    @Tag("long")
    void a_hundred_thousand_shuffled_cases_give_the_same_facts() {
        inBatches(100_000, false, dealt -> List.of(dealt));
    }

    @Test
    void files_sent_over_two_nights_and_sent_again_whole_give_the_same_facts() {
        inBatches(CASES, true, dealt -> List.of(dealt.subList(0, 1), dealt));
    }

    private void inBatches(int cases, boolean alone, Function<List<List<String>>, List<List<List<String>>>> nightsOf) {
        nights.run("2026-11-22");
        for (long from = FIRST; from < FIRST + cases; from += BATCH) {
            var seeds = LongStream.range(from, Math.min(from + BATCH, FIRST + cases))
                    .boxed()
                    .toList();
            var records = seeds.stream()
                    .flatMap(seed -> records(seed, alone).stream())
                    .toList();
            var straight = takeIn(List.of(List.of(records)));
            var other = takeIn(nightsOf.apply(dealt(records, new Random(from))));
            seeds.forEach(seed -> assertThat(of(seed, other)).as("seed " + seed).isEqualTo(of(seed, straight)));
        }
        System.out.printf("%s intake: %d cases from seed %d%n", alone ? "re-sent" : "shuffled", cases, FIRST);
    }

    private static List<String> of(long seed, List<String> rows) {
        return rows.stream().filter(row -> row.startsWith(seed + "-")).toList();
    }

    /**
     * Sales, some of one piece each; returns of them, some too many, some of a document without its line; discounts on documents;
     * strays; each happening at a minute of its own.
     *
     * @param alone no two records compete for one piece or one sale: whichever came on an earlier night would win
     */
    private static List<String> records(long seed, boolean alone) {
        var random = new Random(seed);
        var records = new ArrayList<String>();
        int count = 8 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            int other = alone ? Math.max(0, i - 1) : random.nextInt(count + 2);
            int piece = alone ? i : random.nextInt(3);
            records.add(record(
                    seed, i, new int[] {alone ? i % 4 : random.nextInt(5), other, piece, 1 + random.nextInt(3)}));
            if (random.nextInt(5) == 0) {
                records.add(discount(seed, other, 10 + i));
            }
        }
        return records;
    }

    /** @param dice what kind, which other record, which piece, how many */
    private static String record(long seed, int i, int[] dice) {
        var time = "2026-11-22 %02d:%02d:00".formatted(8 + i / 4, i % 4 * 15);
        var start = "%d-S%d,1,%s,2026-11-22,%s,W001,P005,"
                .formatted(seed, i, dice[0] == 1 || dice[0] > 2 ? "RETURN" : "SALE", time);
        return start
                + switch (dice[0]) {
                    case 0 -> "G001,%d,10.00,%d0.00,,,".formatted(dice[3], dice[3]);
                    case 1 -> "G001,1,10.00,10.00,,%d-S%d,%s".formatted(seed, dice[1], dice[3] == 3 ? "" : "1");
                    case 2 -> "G002,1,10.00,10.00,%d-N%d,,".formatted(seed, dice[2]);
                    default -> "G002,1,10.00,10.00,%d-N%d,%d-S%d,1".formatted(seed, dice[2], seed, dice[1]);
                };
    }

    /** Money off a document that is there or not. */
    private static String discount(long seed, int document, int line) {
        return "%d-S%d,%d,DISCOUNT,2026-11-22,2026-11-22 20:00:00,W001,P005,,,,-%d.50,,,"
                .formatted(seed, document, line, line);
    }

    /** The same records in another order, in one to four files, some of them twice. */
    private static List<List<String>> dealt(List<String> records, Random random) {
        var shuffled = new ArrayList<>(records);
        records.stream().filter(any -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        var files = new ArrayList<List<String>>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            files.add(new ArrayList<>());
        }
        shuffled.forEach(record -> files.get(random.nextInt(files.size())).add(record));
        return files;
    }

    /** Takes files in, night after night, without the rest of the night, and forgets them. */
    private List<String> takeIn(List<List<List<String>>> nightsOfFiles) {
        for (int night = 0; night < nightsOfFiles.size(); night++) {
            takeIn(nightsOfFiles.get(night), NIGHT.plusDays(night));
        }
        var result = new ArrayList<>(rows(FACTS));
        result.addAll(rows(DISCOUNTED));
        result.addAll(rows(OPEN));
        var jdbc = engine.work().jdbc();
        List.of("sale", "discounted_document", "voucher", "fact_day")
                .forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("DELETE FROM feed_source WHERE feed = 'sale'");
        return result;
    }

    private void takeIn(List<List<String>> files, LocalDate date) {
        for (int i = 0; i < files.size(); i++) {
            home.write("inbox/sale-" + i + ".csv", HEADER + String.join("\n", files.get(i)) + "\n");
        }
        var night = night(date);
        new Collector(night).collect();
        var transaction = new TransactionTemplate(engine.transactions());
        try (var intake = new FeedIntake(night)) {
            for (var block = intake.read(); block != null; block = intake.read()) {
                var judged = block;
                transaction.executeWithoutResult(status -> intake.write(judged));
            }
        }
    }

    private FeedNight night(LocalDate date) {
        var work = engine.work();
        var sale = work.home().feeds().stream()
                .filter(feed -> feed.name().equals("sale"))
                .findFirst()
                .orElseThrow();
        var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        var manner = new FeedNight.Manner(false, true, false);
        return new FeedNight(work.home(), sale, date, 2, work.jdbc(), work.bulk(), clock, manner, problem -> {});
    }
}
