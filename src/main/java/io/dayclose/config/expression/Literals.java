package io.dayclose.config.expression;

import io.dayclose.text.Message;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.ast.Literal;

/** What stands in an expression as it is. Numbers are read from their digits: 0.1 is a tenth. */
final class Literals {
    private static final int MOST_DIGITS = 40;

    private Literals() {}

    static Term of(Literal literal) {
        var value = literal.getLiteralValue().getValue();
        var constant = value instanceof Number number
                ? number instanceof Integer || number instanceof Long
                        ? BigDecimal.valueOf(number.longValue())
                        : fraction(literal)
                : value;
        return row -> constant;
    }

    private static BigDecimal fraction(Literal literal) {
        var digits = String.valueOf(literal.getOriginalValue());
        var number = find(digits.replaceFirst("[fFdD]$", ""));
        if (number == null || number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new BadExpression(Message.BAD_EXPRESSION, digits);
        }
        return number;
    }

    private static @Nullable BigDecimal find(String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
