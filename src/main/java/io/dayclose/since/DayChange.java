package io.dayclose.since;

import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of one feed has changed in dates that were reported before.
 *
 * @param about of master data: whose
 * @param amount by which the dates differ; of master data the net sales it touches; in the company's currency
 */
public record DayChange(String feed, Kind kind, String about, long pieces, BigDecimal amount) {
    private static final int MOST_NAMED = 5;

    /** How. */
    public enum Kind {
        LATE,
        CORRECTED,
        VOIDED,
        MASTER
    }

    /** More master data of one feed than people read through is one change of so many pieces. */
    public static List<DayChange> inFew(List<DayChange> changes) {
        var few = new ArrayList<DayChange>();
        changes.stream().filter(each -> each.kind() != Kind.MASTER).forEach(few::add);
        changes.stream()
                .filter(each -> each.kind() == Kind.MASTER)
                .collect(Collectors.groupingBy(DayChange::feed, TreeMap::new, Collectors.toList()))
                .forEach((feed, all) -> few.addAll(all.size() <= MOST_NAMED ? all : List.of(together(feed, all))));
        return few;
    }

    private static DayChange together(String feed, List<DayChange> all) {
        var amount = all.stream().map(DayChange::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new DayChange(feed, Kind.MASTER, "", all.size(), amount);
    }

    /** In words, such as {@code 1 late sale, ¥700.00}. */
    public String text(Language language, String money) {
        var texts = Texts.of(language);
        var key = "since."
                + (about.isEmpty() && kind == Kind.MASTER
                        ? "masters"
                        : kind.name().toLowerCase(Locale.ROOT));
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
