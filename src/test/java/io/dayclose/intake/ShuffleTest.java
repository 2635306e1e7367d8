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
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The order in which records come, and how they are dealt out over files, cannot change the facts. Runs from printed seeds. */
class ShuffleTest extends CompanyNights {
    private static final int CASES = Integer.getInteger("shuffle.cases", 250);
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");
    private static final String HEADER =
            "doc_no,line_no,kind,business_date,sold_at,outlet_code,seller_code,product_code,quantity,unit_price,amount,serial_no,original_doc_no,original_line_no\n";
    private static final String FACTS =
            "SELECT doc_no, line_no, kind, product_code, quantity, amount, serial_no, version FROM sale ORDER BY 1, 2, 8";
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, value FROM voucher WHERE resolved_on IS NULL ORDER BY 1, 2, 3";

    @Test
    void shuffled_split_duplicated_and_overlapping_files_give_the_same_facts() {
        nights.run("2026-11-22");
        long first = Long.getLong("shuffle.seed", 20261122L);
        for (long seed = first; seed < first + CASES; seed++) {
            var random = new Random(seed);
            var records = records(random);
            var straight = takeIn(List.of(records));
            assertThat(takeIn(dealt(records, random))).as("seed " + seed).isEqualTo(straight);
        }
        System.out.printf("shuffled intake: %d cases from seed %d%n", CASES, first);
    }

    /** Sales, some of one piece each; returns of them, some too many; strays; each happening at a minute of its own. */
    private static List<String> records(Random random) {
        var records = new ArrayList<String>();
        int count = 8 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            var time = "2026-11-22 %02d:%02d:00".formatted(8 + i / 4, i % 4 * 15);
            int original = random.nextInt(count + 2);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    int quantity = 1 + random.nextInt(3);
                    records.add("S%d,1,SALE,2026-11-22,%s,W001,P005,G001,%d,10.00,%d0.00,,,"
                            .formatted(i, time, quantity, quantity));
                }
                case 2 ->
                    records.add("S%d,1,SALE,2026-11-22,%s,W001,P005,G002,1,10.00,10.00,SN%d,,"
                            .formatted(i, time, random.nextInt(3)));
                case 3 ->
                    records.add("S%d,1,RETURN,2026-11-22,%s,W001,P005,G001,1,10.00,10.00,,S%d,1"
                            .formatted(i, time, original));
                default ->
                    records.add("S%d,1,RETURN,2026-11-22,%s,W001,P005,G002,1,10.00,10.00,SN%d,S%d,1"
                            .formatted(i, time, random.nextInt(3), original));
            }
        }
        return records;
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

    /** Takes files in as a night does, without the rest of the night, and forgets them. */
    private List<String> takeIn(List<List<String>> files) {
        for (int i = 0; i < files.size(); i++) {
            home.write("inbox/sale-" + i + ".csv", HEADER + String.join("\n", files.get(i)) + "\n");
        }
        var work = engine.work();
        var sale = work.home().feeds().stream()
                .filter(feed -> feed.name().equals("sale"))
                .findFirst()
                .orElseThrow();
        var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        var night = new FeedNight(
                work.home(),
                sale,
                NIGHT,
                2,
                work.jdbc(),
                work.bulk(),
                clock,
                new FeedNight.Manner(false, true),
                problem -> {});
        new Collector(night).collect();
        var transaction = new TransactionTemplate(engine.transactions());
        try (var intake = new FeedIntake(night)) {
            for (var block = intake.read(); block != null; block = intake.read()) {
                var judged = block;
                transaction.executeWithoutResult(status -> intake.write(judged));
            }
        }
        var result = new ArrayList<>(rows(FACTS));
        result.addAll(rows(OPEN));
        List.of("sale", "voucher", "fact_day").forEach(table -> work.jdbc().update("DELETE FROM " + table));
        work.jdbc().update("DELETE FROM feed_source WHERE feed = 'sale'");
        return result;
    }
}
