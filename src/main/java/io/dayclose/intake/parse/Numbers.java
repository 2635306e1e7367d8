package io.dayclose.intake.parse;

import io.dayclose.intake.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as people write them: currency signs before or after, thousands by comma or blank, full-width figures,
 * negative ones in brackets or with the sign behind. What could mean two things is refused, never guessed.
 */
public final class Numbers {
    private static final int PRECISION = 18;
    private static final int PRICE_DIGITS = 14;
    private static final int LONGEST = 40;
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}([, ])\\d{3}(?:\\1\\d{3})*(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[\\d.,]+[eE][-+]?\\d+");

    private final char decimal;

    /** @param decimal the decimal separator; the other one of comma and point separates thousands */
    public Numbers(char decimal) {
        this.decimal = decimal;
    }

    BigDecimal exact(String text, int decimals) {
        return scaled(read(text), decimals, PRECISION - decimals);
    }

    /** The number with the decimals it is written with: how far a price is rounded shows in its last digit. */
    BigDecimal asStated(String text, int decimals) {
        var number = read(text);
        var scaled = scaled(number, decimals, PRICE_DIGITS);
        return number.scale() > decimals ? scaled : number;
    }

    private static BigDecimal scaled(BigDecimal number, int decimals, int digits) {
        try {
            var scaled = number.setScale(decimals, RoundingMode.UNNECESSARY);
            if (scaled.precision() - scaled.scale() > digits) {
                throw new UnreadableCell(Reason.OUT_OF_RANGE, "< 10^" + digits);
            }
            return scaled;
        } catch (ArithmeticException finer) {
            throw new UnreadableCell(Reason.TOO_MANY_DECIMALS, "≤ " + decimals);
        }
    }

    /** A number of pieces: 2.000 is 2, and between two of them there is none. */
    Long whole(String text) {
        var number = read(text);
        var below = number.setScale(0, RoundingMode.FLOOR);
        if (number.compareTo(below) != 0) {
            throw new UnreadableCell(
                    Reason.NOT_WHOLE,
                    below.toPlainString() + ", " + below.add(BigDecimal.ONE).toPlainString());
        }
        return exact(text, 0).longValueExact();
    }

    /** The number a text is, or nothing. */
    public Optional<BigDecimal> find(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(read(text));
        } catch (UnreadableCell noNumber) {
            return Optional.empty();
        }
    }

    BigDecimal read(String text) {
        return isSimple(text) ? new BigDecimal(text) : normalised(text);
    }

    /** The common case, decided without a pattern: digits with at most one point. */
    private boolean isSimple(String text) {
        int points = decimal == '.' ? 1 : 0;
        for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c != '.' || i == text.length() - 1 || points-- == 0)) {
                return false;
            }
        }
        return text.length() < 20 && text.charAt(text.length() - 1) != '-';
    }

    private BigDecimal normalised(String text) {
        var dressed = WrittenNumber.of(OrdinaryWidth.of(text)).orElseThrow(() -> new UnreadableCell(Reason.BAD_NUMBER));
        var plain = withPoint(dressed.figure());
        if (SCIENTIFIC.matcher(plain).matches()) {
            throw new UnreadableCell(Reason.SCIENTIFIC_NOTATION);
        }
        boolean grouped = GROUPED.matcher(plain).matches();
        if (!grouped && !PLAIN.matcher(plain).matches()) {
            throw new UnreadableCell(Reason.BAD_NUMBER);
        }
        if (plain.length() > LONGEST) {
            throw new UnreadableCell(Reason.OUT_OF_RANGE, "< 10^" + PRECISION);
        }
        var number = new BigDecimal(grouped ? plain.replace(",", "").replace(" ", "") : plain);
        return dressed.negative() ? number.negate() : number;
    }

    private String withPoint(String figure) {
        return decimal == '.'
                ? figure
                : figure.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }
}
