package io.dayclose.intake.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.Layout;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written in any mixture of the forms people use is read as the same value. */
class FormsTest {
    private static final int CASES = 4_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> BLANKS =
            List.of("", "", " ", "\u00A0", "\u2007", "\u202F", "\u3000", "\uFEFF", "\t");

    private Random random = new Random();

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** Marks and blanks around a text that are none of it. */
    private String wrapped(String text) {
        var inner = any(BLANKS) + text + any(BLANKS);
        var marks = List.<UnaryOperator<String>>of(
                each -> each,
                each -> "=\"" + each.replace("\"", "\"\"") + "\"",
                each -> "'" + each,
                each -> "`" + each);
        return any(BLANKS) + any(marks).apply(inner) + any(BLANKS);
    }

    private static String wide(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c - '!' + '！' : c)));
        return wide.toString();
    }

    private static Column column(String name) {
        var schema = FeedCatalogue.delivered().schema("sale").orElseThrow();
        return schema.columns().get(schema.index(name));
    }

    private static Cells cells(char decimal) {
        var layout = new Layout(',', decimal, "auto", List.of(), 10, Map.of(), Layout.Frame.BY_SIGHT);
        return new Cells(layout, new Locality(ZONE, Language.ZH), new Noticed());
    }

    private void each(long seed, Runnable once) {
        random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            once.run();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122})
    void an_amount_is_the_same_in_every_form(long seed) {
        var dotted = cells('.');
        var comma = cells(',');
        each(seed, () -> {
            var amount = BigDecimal.valueOf(random.nextLong(-99_999_999_999L, 99_999_999_999L), 2);
            var plain = amountText(amount.abs());
            var decimalComma = random.nextBoolean();
            var written = wrapped(signed(
                    decimalComma ? plain.replace('.', '\0').replace(',', '.').replace('\0', ',') : plain,
                    amount.signum() < 0));
            assertThat((decimalComma ? comma : dotted).parse(column("amount"), SpreadsheetQuoting.text(written)))
                    .as(written)
                    .isEqualTo(amount);
        });
    }

    private String amountText(BigDecimal amount) {
        var grouped = String.format(Locale.ROOT, "%,.2f", amount);
        return switch (random.nextInt(4)) {
            case 0 -> amount.toPlainString();
            case 1 -> amount.toPlainString() + "00";
            case 2 -> grouped;
            default -> grouped.replace(",", any(List.of(" ", "\u00A0", "\u202F")));
        };
    }

    private String signed(String figure, boolean negative) {
        var blank = any(List.of("", " "));
        var coin = any(List.of("", "¥", "￥", "$", "人民币", "RMB"));
        var before = random.nextBoolean() ? coin + blank + figure : figure;
        var money = before.equals(figure) ? figure + blank + any(List.of("", "元", "CNY")) : before;
        var text = !negative
                ? money
                : switch (random.nextInt(3)) {
                    case 0 -> "-" + money;
                    case 1 -> "(" + money + ")";
                    default -> money + "-";
                };
        return random.nextInt(4) == 0 ? wide(text) : text;
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20261122})
    void a_moment_is_the_same_in_every_form(long seed) {
        var cells = cells('.');
        each(seed, () -> {
            var moment = LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(random.nextLong(1_500_000_000L));
            var written = wrapped(momentText(moment));
            assertThat(cells.parse(column("sold_at"), SpreadsheetQuoting.text(written)))
                    .as(written)
                    .isEqualTo(moment);
            assertThat(cells.parse(column("business_date"), SpreadsheetQuoting.text(written)))
                    .as(written)
                    .isEqualTo(moment.toLocalDate());
        });
    }

    private static String format(LocalDateTime moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment);
    }

    private String momentText(LocalDateTime moment) {
        var offset = any(List.of("", "", "Z", "+08:00", "-0500", " +02", " UTC"));
        var there = offset.isEmpty()
                ? moment
                : moment.atZone(ZONE).withZoneSameInstant(zone(offset)).toLocalDateTime();
        var day = any(List.of("yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"));
        var time = any(List.of("HH:mm:ss", "H:mm:ss", "H时m分s秒", "HH:mm:ss.SSS"));
        var between = any(List.of(" ", "  ", "'T'", "\u00A0"));
        var text = random.nextInt(8) == 0
                ? format(there, "yyyyMMddHHmmss") + offset
                : format(there, day + between + time) + offset;
        return random.nextInt(4) == 0 ? wide(text) : text;
    }

    private static ZoneId zone(String offset) {
        return Character.isLetter(offset.strip().charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(offset.strip());
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261122})
    void a_code_is_the_same_in_every_form(long seed) {
        var cells = cells('.');
        each(seed, () -> {
            var digits = "%0" + (1 + random.nextInt(18)) + "d";
            var code = random.nextBoolean()
                    ? digits.formatted(random.nextInt(1_000_000))
                    : any(List.of("A", "V1.", "W-", "店")) + random.nextInt(1_000);
            var number = code.matches("\\d+") && random.nextBoolean();
            var written = wrapped(number ? code + any(List.of(".0", ".00")) : code);
            assertThat(cells.parse(column("doc_no"), SpreadsheetQuoting.text(written)))
                    .as(written)
                    .isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20261122})
    void what_is_read_is_read_again_from_its_canonical_text(long seed) {
        var cells = cells('.');
        each(seed, () -> {
            for (var form : List.of(momentText(LocalDateTime.of(2026, 11, 22, 1, 2, 3)), "2026-11-22")) {
                var moment = cells.parse(column("sold_at"), SpreadsheetQuoting.text(wrapped(form)));
                assertThat(cells.parse(column("sold_at"), SpreadsheetQuoting.text(Parsed.canonical(moment))))
                        .isEqualTo(moment);
            }
        });
    }
}
