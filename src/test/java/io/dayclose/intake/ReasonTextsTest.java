package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A tiny file for every reason, {@code reasons/FEED-REASON.csv}, and the words it must be answered with in both languages,
 * {@code reasons/REASON.txt}. Run with {@code -Dgolden.write=true} to write the words anew, then read them.
 */
class ReasonTextsTest extends CompanyNights {
    /** Needs two nights and a workbook to come about; the words are the same. */
    private static final Map<Reason, Fault> MENDED = Map.of(
            Reason.ALREADY_SETTLED, new Fault(Reason.ALREADY_SETTLED, "voucher_id", "0000000017-1d2f30aa"),
            Reason.KEY_TAKEN, new Fault(Reason.KEY_TAKEN, "voucher_id", "S3/1", "S1/1"));

    private static final Path REASONS = Path.of("src/test/resources/reasons");

    @Override
    protected TestHome prepared(TestHome company) {
        company.allFeeds().write("jobs-config/feeds/stock_declared.yml", """
                feed: stock_declared
                source: {files: "stock_declared-*.csv"}
                key: [outlet_code, product_code, as_of]
                derive: {quantity: "quantity / 0"}
                """);
        inputs().stream().filter(file -> !isLate(file)).forEach(file -> drop(company, file));
        return company;
    }

    private static void drop(TestHome company, Path file) {
        company.write("inbox/" + file.getFileName(), read(file));
    }

    /** A home's first night believes every date. */
    private static boolean isLate(Path file) {
        return file.toString().contains(Reason.STALE_DATE.name());
    }

    private static List<Path> inputs() {
        try (Stream<Path> files = Files.list(REASONS)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_reason_answers_its_tiny_file_in_the_words_laid_down() {
        nights.run("2026-11-22");
        inputs().stream().filter(ReasonTextsTest::isLate).forEach(file -> drop(home, file));
        nights.run("2026-11-23");
        assertThat(Arrays.stream(Reason.values())).allSatisfy(this::assertWords);
    }

    private void assertWords(Reason reason) throws IOException {
        var words = MENDED.containsKey(reason) ? mended(reason) : words(reason);
        var golden = REASONS.resolve(reason + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, words);
        }
        assertThat(golden).as("the words for " + reason).hasContent(words);
    }

    private static String mended(Reason reason) {
        return both(new VoucherText("退回凭证_华东_2026-11-22.xlsx · 销售与退货", 2, MENDED.get(reason)));
    }

    private String words(Reason reason) {
        return engine
                .work()
                .jdbc()
                .query(
                        "SELECT s.name, v.source_line, v.column_name, v.value, v.expected FROM voucher v JOIN feed_source s USING (source_id)"
                                + " WHERE s.name LIKE ? AND v.reason = ?",
                        (row, n) -> new VoucherText(
                                row.getString(1),
                                row.getLong(2),
                                new Fault(reason, row.getString(3), row.getString(4), row.getString(5))),
                        "%-" + reason + ".csv",
                        reason.name())
                .stream()
                .map(ReasonTextsTest::both)
                .findFirst()
                .orElse("not returned");
    }

    private static String both(VoucherText voucher) {
        return voucher.text(Language.EN) + "\n\n" + voucher.text(Language.ZH) + "\n";
    }
}
