package io.dayclose.report;

import io.dayclose.config.Headline.Named;
import io.dayclose.config.Headline.Said;
import io.dayclose.config.Report;
import io.dayclose.config.Report.CellType;
import io.dayclose.config.Report.ReportColumn;
import io.dayclose.money.Money;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says the answer of a workbook in one sentence, from its figures and the rows of its sheets. */
public final class Answer {
    /** From here on nobody reads fen in a sentence. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1_000);

    private final Map<ReportColumn, @Nullable Object> values;
    private final Figures figures;
    private final Currency currency;
    private final Language language;

    public Answer(Map<ReportColumn, @Nullable Object> values, Figures figures, Currency currency, Language language) {
        this.values = values;
        this.figures = figures;
        this.currency = currency;
        this.language = language;
    }

    /** The sentence of a report; empty when it has none. */
    public String of(Report report) {
        return report.headline()
                .map(headline -> headline.say(language, this::said))
                .orElse("");
    }

    private Said said(Named figure) {
        if (figure.kind() == Named.Kind.ROWS) {
            var sheet = figures.sheets().get(figure.name());
            long rows = sheet == null ? 0 : sheet.rows();
            return new Said(String.valueOf(rows), rows == 0);
        }
        return values.entrySet().stream()
                .filter(each -> each.getKey().field().equals(figure.name()))
                .findFirst()
                .map(each -> said(each.getKey(), each.getValue(), figure.kind()))
                .orElse(new Said("–", true));
    }

    private Said said(ReportColumn column, @Nullable Object value, Named.Kind kind) {
        var text = text(column, value);
        boolean signed = kind == Named.Kind.SIGNED && signum(value) > 0 && !DisplayFigure.isZero(text);
        return new Said(signed ? "+" + text : text, value == null || signum(value) == 0 || value.equals(""));
    }

    private String text(ReportColumn column, @Nullable Object value) {
        if (column.type() == CellType.MONEY
                && value instanceof BigDecimal amount
                && amount.abs().compareTo(WHOLE) >= 0) {
            return new Money(amount, currency).text(language.locale(), 0);
        }
        return value instanceof String code
                ? column.named(code, language)
                : DisplayFigure.text(value, column.type(), currency, language.locale());
    }

    /** 1 for what is no number. */
    private static int signum(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? number.signum()
                : value instanceof Long whole ? Long.signum(whole) : 1;
    }
}
