package io.dayclose.bonus;

import io.dayclose.bonus.BonusStatement.Line;
import io.dayclose.database.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SHA-256 over what a sheet says, however its decimals are written: 2.50 and 2.5 are the same. */
final class SheetDigest {
    private static final String UNIT = "\u001F";
    private static final String RECORD = "\u001E";

    private SheetDigest() {}

    static String of(BonusStatement sheet) {
        var text = sheet.bonus()
                + UNIT
                + sheet.month()
                + RECORD
                + sheet.lines().stream().map(SheetDigest::text).collect(Collectors.joining());
        return Sha256.hex(text);
    }

    static String text(Line line) {
        return String.join(
                        UNIT,
                        line.person(),
                        line.role(),
                        text(line.score()),
                        text(line.multiple()),
                        text(Optional.of(line.amount())),
                        line.reason())
                + RECORD
                + line.readings().stream().map(SheetDigest::text).collect(Collectors.joining());
    }

    private static String text(TracedFigure reading) {
        return String.join(
                        UNIT,
                        List.of(
                                reading.kind().name(),
                                reading.metric(),
                                reading.scope().toString(),
                                reading.rule(),
                                text(reading.weight()),
                                text(reading.actual()),
                                text(reading.target()),
                                text(reading.result())))
                + RECORD;
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(each ->
                        each.signum() == 0 ? "0" : each.stripTrailingZeros().toPlainString())
                .orElse("");
    }
}
