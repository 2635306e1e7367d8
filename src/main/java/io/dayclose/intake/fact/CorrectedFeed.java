package io.dayclose.intake.fact;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.Layout;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A feed as it stands on a sheet of returned vouchers: canonical texts under the titles we gave them, and their numbers. */
public final class CorrectedFeed {
    static final String NUMBER = "voucher_id";
    private static final Map<String, Bilingual> TITLES = Texts.named("column");
    /** The same as the largest attachment that is mailed anywhere: it was one of ours. */
    private static final int MOST_MEGABYTES = 100;

    private CorrectedFeed() {}

    static Feed of(Feed feed) {
        var headers = new HashMap<String, List<String>>();
        feed.schema().columnNames().forEach(column -> headers.put(column, titles(column)));
        var own = Layout.CANONICAL;
        var layout = new Layout(
                own.delimiter(),
                own.decimal(),
                own.charset(),
                own.dates(),
                MOST_MEGABYTES,
                feed.layout().words(),
                own.frame());
        return feed.writtenAs(layout, headers, Map.of());
    }

    /** Where the number of the returned voucher stands, -1 when somebody has taken the column away. */
    static int number(List<String> header) {
        var titles = new ArrayList<>(titles(NUMBER));
        titles.add(NUMBER);
        return titles.stream()
                .mapToInt(header::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static List<String> titles(String column) {
        var title = TITLES.getOrDefault(column, Bilingual.same(column));
        return List.of(title.zh(), title.en());
    }
}
