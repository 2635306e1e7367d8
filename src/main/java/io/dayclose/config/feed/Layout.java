package io.dayclose.config.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How other people's files are written.
 *
 * @param delimiter what parts the cells of a text, {@link #BY_SIGHT} when that is told from the file
 * @param charset {@code auto} or a charset's name
 * @param dates patterns tried in order for dates and times, before the usual ones
 * @param maxMegabytes a larger workbook is not opened
 * @param words by column: what people write, to the word of ours it means
 */
public record Layout(
        char delimiter,
        char decimal,
        String charset,
        List<String> dates,
        int maxMegabytes,
        Map<String, Map<String, String>> words,
        Frame frame) {
    public static final char BY_SIGHT = '\0';

    private static final int MEGABYTES = 10;

    /** As we write ourselves. */
    public static final Layout CANONICAL = new Layout(',', '.', "auto", List.of(), MEGABYTES, Map.of(), Frame.BY_SIGHT);

    /**
     * Where the table stands in a file.
     *
     * @param sheet the name of the only sheet that is read; {@link #ALL} for hidden ones too; empty for all visible ones
     * @param headerRow the line the header is said to stand on, 0 when it is found by its names
     * @param fillDown columns whose empty cells mean what stands above them
     * @param footer what rows are known by that are no records, as a regular expression
     */
    public record Frame(Optional<String> sheet, int headerRow, List<String> fillDown, Optional<String> footer) {
        public static final String ALL = "all";
        public static final Frame BY_SIGHT = new Frame(Optional.empty(), 0, List.of(), Optional.empty());
    }

    /** The same with the table elsewhere in the file. */
    public Layout framed(Frame other) {
        return new Layout(delimiter, decimal, charset, dates, maxMegabytes, words, other);
    }

    /** The same of larger files. */
    public Layout upTo(int megabytes) {
        return new Layout(delimiter, decimal, charset, dates, megabytes, words, frame);
    }
}
