package io.dayclose.config.yaml;

import io.dayclose.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes configuration files are made of. */
public final class Shapes {
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Shapes() {}

    public static FieldsShape fields() {
        return new FieldsShape();
    }

    public static Shape text() {
        return new ScalarShape(new Bilingual("文字", "a text"), Map.of("type", "string"), text -> !text.isBlank());
    }

    public static Shape oneOf(String... choices) {
        return ScalarShape.choice(List.of(choices));
    }

    public static Shape pattern(String zh, String en, String regex) {
        var compiled = Pattern.compile(regex);
        return new ScalarShape(
                new Bilingual(zh, en),
                Map.of("type", "string", "pattern", "^(" + regex + ")$"),
                text -> compiled.matcher(text).matches());
    }

    public static Shape flag() {
        return new ScalarShape(
                Bilingual.same("true | false"), Map.of("type", "boolean"), Set.of("true", "false")::contains);
    }

    public static Shape whole(long least, long most) {
        var words = new Bilingual(
                "%d 到 %d 的整数".formatted(least, most), "a whole number from %d to %d".formatted(least, most));
        return new ScalarShape(
                words,
                Map.of("type", "integer", "minimum", least, "maximum", most),
                text -> text.matches("-?\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most);
    }

    /** An exact decimal that is at least {@code least}. */
    public static Shape decimal(String least) {
        var bound = new BigDecimal(least);
        var words = new Bilingual("不小于 " + least + " 的小数，如 1.5", "a decimal of at least " + least + ", such as 1.5");
        return new ScalarShape(
                words,
                Map.of("type", "number", "minimum", bound),
                text -> text.matches("-?\\d{1,15}(\\.\\d{1,9})?") && new BigDecimal(text).compareTo(bound) >= 0);
    }

    public static Shape date() {
        return new ScalarShape(
                new Bilingual("日期，如 2026-11-22", "a date such as 2026-11-22"),
                Map.of("type", "string", "format", "date"),
                Shapes::isDate);
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException no) {
            return false;
        }
    }

    public static Shape zone() {
        return new ScalarShape(
                new Bilingual("时区，如 Asia/Shanghai", "a time zone such as Asia/Shanghai"),
                Map.of("type", "string"),
                ZONES::contains);
    }

    public static Shape timeOfDay() {
        return pattern("带引号的时刻，如 \"02:00\"", "a time of day in quotes, such as \"02:00\"", "([01]\\d|2[0-3]):[0-5]\\d");
    }

    public static Shape mail() {
        return pattern(
                "邮箱地址，如 fin@example.com",
                "an address such as fin@example.com",
                "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
    }

    /** A name in both languages, or one text for both. */
    public static Shape bilingual() {
        return either(text(), fields().required("zh", text()).required("en", text()));
    }

    public static Shape list(Shape item) {
        return new ListShape(item);
    }

    public static Shape map(Shape key, Shape value) {
        return new MapShape(key, value);
    }

    public static Shape either(Shape first, Shape second) {
        return new EitherShape(first, second);
    }

    /** One of several forms, told apart by the keys that only one of them has. */
    public static Shape oneForm(Map<String, FieldsShape> forms) {
        return new FormsShape(forms);
    }
}
