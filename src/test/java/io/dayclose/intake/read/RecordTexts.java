package io.dayclose.intake.read;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.text.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a file of sales as records in one line each, a dash for what is empty; faults where there are some. */
final class RecordTexts {
    static final List<String> COLUMNS = List.of(
            "doc_no",
            "line_no",
            "kind",
            "business_date",
            "sold_at",
            "outlet_code",
            "product_code",
            "quantity",
            "unit_price",
            "discount",
            "amount");

    private final Feed feed;
    private final Translator translator;

    RecordTexts(Feed feed, RowSource rows) {
        this.feed = feed;
        translator = Translator.of(feed, rows.header(), new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH));
    }

    String of(SourceRow row) {
        var parsed = translator.translate(row);
        return parsed.faults().isEmpty()
                ? COLUMNS.stream()
                        .map(column -> parsed.values()[feed.schema().index(column)])
                        .map(value -> value == null ? "-" : value.toString())
                        .collect(Collectors.joining(" "))
                : parsed.faults().toString();
    }
}
