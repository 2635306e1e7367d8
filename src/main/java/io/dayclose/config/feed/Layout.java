package io.dayclose.config.feed;

import java.util.List;

/**
 * How other people's files are written.
 *
 * @param charset {@code auto} or a charset's name
 * @param dates patterns tried in order for dates and times, before the usual ones
 * @param headerRow the line the header of a CSV file stands on, counted from 1; a workbook's is found
 * @param maxMegabytes a larger workbook is not opened
 */
public record Layout(
        char delimiter, char decimal, String charset, List<String> dates, int headerRow, int maxMegabytes) {
    public static final Layout CANONICAL = new Layout(',', '.', "auto", List.of(), 1, 10);
}
