package io.dayclose.config.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    /** q = 10, n = 3, price = 1.10, memo = "ab", at = a moment, empty = an empty cell. */
    private static final Row ROW = new Row() {
        private final Map<String, Object> cells = Map.of(
                "q",
                BigDecimal.TEN,
                "n",
                new BigDecimal("3"),
                "price",
                new BigDecimal("1.10"),
                "memo",
                "ab",
                "at",
                LocalDateTime.of(2026, 11, 22, 20, 5, 9));
        private final Map<Object, Integer> seen = new HashMap<>();

        @Override
        public @Nullable Object get(String name) {
            return cells.get(name);
        }

        @Override
        public BigDecimal number(String text) {
            return new BigDecimal(text);
        }

        @Override
        public LocalDate date(String text) {
            return LocalDate.parse(text);
        }

        @Override
        public int occurrence(Object asking, Object value) {
            return seen.merge(List.of(asking, value), 1, Integer::sum);
        }
    };

    private static @Nullable Object value(String expression) {
        return Expression.of(expression).value(ROW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "q / n|3.333333333333",
                "10 / 4|2.5",
                "q / 5|2",
                "2 / 3|0.666666666667",
                "round(price / n * 3, 2)|1.10",
                "0.1 + 0.2|0.3",
                "-q + 3|-7",
                "+q|10",
                "q % n|1",
                "abs(0 - price)|1.10",
                "round(2.345, 2)|2.35",
                "q > n ? 'more' : 'less'|more",
                "memo == 'ab' and !(q < n) or false|true",
                "memo.toUpperCase() + '-' + q|AB-10",
                "memo.substring(1)|b",
                "memo.replace('a', '')|b",
                "memo.startsWith('a') && memo.contains('b') && memo.endsWith('b')|true",
                "memo.length()|2",
                "date(at)|2026-11-22",
                "date('2026-11-23')|2026-11-23",
                "at > date('2026-11-22')|true",
                "number('12.50') * 2|25.00",
                "text(at)|2026-11-22 20:05:09",
                "text(q).length()|2",
                "empty ?: 'none'|none",
                "occurrence(1.0) + occurrence(1)|2",
                "0x10|16"
            })
    void comes_to(String expression, String result) {
        assertThat(value(expression)).hasToString(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs(empty)",
                "round(empty, 2)",
                "date(empty)",
                "occurrence(empty)",
                "number(empty)",
                "text(empty)",
                "date(null)",
                "round(null, 2)",
                "q * empty",
                "empty / 0",
                "-empty",
                "memo + empty",
                "round(q / empty, 2)",
                "abs(abs(empty) + 1)"
            })
    void an_operation_with_an_empty_cell_is_empty(String expression) {
        assertThat(value(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "empty == null|true",
                "empty < 0|true",
                "q > empty|true",
                "empty != 1|true",
                "empty.isEmpty()|true",
                "empty.trim().length()|0",
                "empty.contains('x')|false"
            })
    void an_empty_cell_is_compared_as_the_least_and_asked_as_the_empty_text(String expression, String result) {
        assertThat(value(expression)).hasToString(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "round(price / (n - 3), 4)|1.10 / 0",
                "q % 0|10 % 0",
                "memo * 2|'ab' * 2",
                "memo - 1|'ab' - 1",
                "memo == 2|'ab' == 2",
                "at > '2026'|2026-11-22 20:05:09 > '2026'",
                "memo.substring(5)|'ab'.substring(5)",
                "memo.substring(2, 1)|'ab'.substring(2, 1)",
                "memo.substring(0.5)|'ab'.substring(0.5)",
                "q.trim()|10.trim()",
                "memo.replace('', 'x')|'ab'.replace('', 'x')",
                "memo ? 1 : 2|'ab' ? … : …",
                "round(q, n - 4)|round(10, -1)",
                "round(q, 2000000000)|round(10, 2000000000)",
                "abs(memo)|abs('ab')",
                "date(q)|date(10)"
            })
    void what_has_no_result_is_told_with_its_values(String expression, String operation) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(Uncomputable.class)
                .hasMessage(operation);
    }

    @Test
    void neither_figures_nor_texts_grow_without_end() {
        var square = "(q / 7)";
        for (int i = 0; i < 8; i++) {
            square = "(" + square + " * " + square + ")";
        }
        assertThat(square.length()).isLessThan(10_000);
        var grows = square;
        assertThatThrownBy(() -> value(grows)).isInstanceOf(Uncomputable.class);
        var text = "memo";
        for (int i = 0; i < 40; i++) {
            text = "(" + text + ").replace('a', 'aaaaaaaa')";
        }
        var swells = text;
        assertThatThrownBy(() -> value(swells)).isInstanceOf(Uncomputable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T(java.lang.Runtime)|expression \"T(java.lang.Runtime)\" cannot be read (T(java.lang.Runtime) is not possible here); correct it [DC-112]",
                "memo.class|expression \"memo.class\" cannot be read (class is not possible here); correct it [DC-112]",
                "abz(q)|expression \"abz(q)\": there is no \"abz()\"; use one of abs, date, number, occurrence, round, text [DC-142]",
                "memo.getClass()|expression \"memo.getClass()\": there is no \".getClass()\"; use one of contains, endsWith, isEmpty, length, replace, startsWith, strip, substring, toLowerCase, toUpperCase, trim [DC-142]",
                "round(q)|expression \"round(q)\": \"round()\" takes 2 values, not 1; correct it [DC-143]",
                "memo.substring()|expression \"memo.substring()\": \".substring()\" takes 1/2 values, not 0; correct it [DC-143]"
            })
    void a_slip_is_named_with_its_word(String expression, String sentence) {
        assertThatThrownBy(() -> Expression.of(expression))
                .isInstanceOfSatisfying(
                        BadExpression.class, bad -> assertThat(bad.problem().in(Language.EN, bad.values(expression)))
                                .isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.io.File('x')",
                "@bean",
                "#root",
                "#f()",
                "q = 1",
                "q++",
                "{1, 2}",
                "{a: 1}",
                "memo[0]",
                "memo.?[true]",
                "9 ^ 9",
                "memo matches '(a+)+$'",
                "q between {1, 2}",
                "memo instanceof T(String)",
                "1e999999999",
                "",
                "q +",
                "'ab"
            })
    void what_is_not_listed_does_not_exist(String expression) {
        assertThatThrownBy(() -> Expression.of(expression)).isInstanceOf(BadExpression.class);
    }

    @Test
    void an_expression_that_is_nested_without_end_is_refused_not_fallen_over() {
        for (var part : new String[] {"(", "abs(", "!", "- ", "q ? 1 : ", "q + "}) {
            var nested = part.repeat(9_000 / part.length()) + "q";
            assertThatThrownBy(() -> Expression.of(nested)).as(part).isInstanceOf(BadExpression.class);
        }
    }
}
