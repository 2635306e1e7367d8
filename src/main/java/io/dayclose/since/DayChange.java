package io.dayclose.since;

import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What of one feed has changed in dates that were reported before.
 *
 * @param about of master data: whose
 * @param amount by which the dates differ; of master data the net sales it touches; in the company's currency
 */
public record DayChange(String feed, Kind kind, String about, long pieces, BigDecimal amount) {
    /** How. */
    public enum Kind {
        LATE,
        CORRECTED,
        VOIDED,
        MASTER
    }

    /** In words, such as {@code 1 late sale, ¥700.00}. */
    public String text(Language language, String money) {
        var texts = Texts.of(language);
        var key = "since." + kind.name().toLowerCase(Locale.ROOT);
        var said = texts.format(key, pieces, name(language), about).strip();
        return amount.signum() == 0 ? said : said + texts.format("since.money", money);
    }

    private String name(Language language) {
        if (language == Language.ZH) {
            return Texts.of(language).format("feed." + feed);
        }
        var one = feed.replace('_', ' ');
        return pieces == 1 ? one : one + "s";
    }
}
