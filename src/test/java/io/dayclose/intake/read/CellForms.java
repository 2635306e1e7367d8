package io.dayclose.intake.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The forms in which people and programs write one value; every one of them must read the same. */
final class CellForms {
    private static final List<String> BLANKS = List.of("", "", "", " ", "\u00A0", "\u3000", "\t", "\u2007 ", "\u202F");
    private static final List<String> DATES =
            List.of("yyyy-MM-dd", "yyyy/M/d", "yyyy.MM.dd", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d", "yyyy年MM月dd日");
    private static final List<String> TIMES = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy/M/d H:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy.MM.dd HH:mm:ss",
            "yyyy-MM-dd HH:mm:ss.SSS",
            "yyyy年M月d日 HH:mm:ss",
            "yyyy-MM-dd  HH:mm:ss");

    private final Random random;

    CellForms(Random random) {
        this.random = random;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String padded(String text) {
        return one(BLANKS) + text + one(BLANKS);
    }

    String code(String code) {
        return switch (random.nextInt(8)) {
            case 0 -> "=\"" + code + "\"";
            case 1 -> "'" + code;
            case 2 -> "`" + code;
            default -> padded(code);
        };
    }

    String whole(long number) {
        return switch (random.nextInt(6)) {
            case 0 -> number + ".0";
            case 1 -> number + ".00";
            case 2 -> wide(String.valueOf(number));
            default -> padded(String.valueOf(number));
        };
    }

    String money(BigDecimal amount) {
        var plain = amount.toPlainString();
        var grouped = String.format(Locale.ROOT, "%,.2f", amount);
        return switch (random.nextInt(9)) {
            case 0 -> "¥" + grouped;
            case 1 -> "￥" + plain;
            case 2 -> plain + "元";
            case 3 -> "$ " + plain;
            case 4 -> grouped;
            case 5 -> grouped.replace(',', '，');
            case 6 -> wide(plain);
            default -> padded(plain);
        };
    }

    private static String wide(String ascii) {
        var wide = new StringBuilder();
        ascii.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }

    String date(LocalDate date) {
        var text = DateTimeFormatter.ofPattern(one(DATES), Locale.ROOT).format(date);
        return random.nextInt(5) == 0 ? text + " 00:00:00" : padded(text);
    }

    /** A company in Shanghai: an offset of its own, or a moment of Greenwich, means the same. */
    String time(LocalDateTime time) {
        return switch (random.nextInt(5)) {
            case 0 -> time + (time.getSecond() == 0 ? ":00" : "") + "+08:00";
            case 1 ->
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                        .format(time.minusHours(8));
            default ->
                padded(DateTimeFormatter.ofPattern(one(TIMES), Locale.ROOT).format(time));
        };
    }

    /** A header with its letters in any case and width, and blanks or a line break inside. */
    String header(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> " " + name + "\u00A0";
            case 2 -> wide(name);
            case 3 -> name.charAt(0) + "\n" + name.substring(1);
            default -> name;
        };
    }
}
