package io.dayclose.config.feed;

import java.util.List;
import java.util.Map;

/**
 * How other people's files are written.
 *
 * @param charset {@code auto} or a charset's name
 * @param dates patterns tried in order for dates and times, before the usual ones
 * @param headerRow the line the header of a CSV file stands on, counted from 1; a workbook's is found
 * @param maxMegabytes a larger workbook is not opened
 * @param words by column: what people write, to the word of ours it means
 */
public record Layout(
        char delimiter,
        char decimal,
        String charset,
        List<String> dates,
        int headerRow,
        int maxMegabytes,
        Map<String, Map<String, String>> words) {
    public static final Layout CANONICAL = new Layout(',', '.', "auto", List.of(), 1, 10, Map.of());
}
