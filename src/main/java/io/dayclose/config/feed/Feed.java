package io.dayclose.config.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One feed of a home, as its file {@code jobs-config/feeds/NAME.yml} declares it.
 * Wide: as wide as the file it is read from.
 *
 * @param headers canonical column to the headers it may have in the files
 * @param derive canonical column to the expression that computes it
 * @param learn set when unknown codes become master data
 */
public record Feed(
        FeedSchema schema,
        FeedSource source,
        Map<String, List<String>> headers,
        Layout layout,
        Map<String, String> derive,
        Optional<Learn> learn,
        Completeness complete,
        Optional<Expected> expected,
        Optional<Controls> controls,
        Rules rules) {

    /** What rows of one key in one file mean: both go back, the last one counts, or they are parts of one record. */
    public enum Repeats {
        RETURN,
        LAST,
        SUM
    }

    /**
     * What a feed says of its records beyond the catalogue.
     *
     * @param lateDays a new record dated more days before its night is not believed
     */
    public record Rules(Repeats repeats, int lateDays) {}

    /** Where unknown outlets are put: an existing or new branch, and their channel. */
    public record Learn(String branch, String channel) {}

    /** When a file is whole: unchanged for some seconds, or a {@code .done} file lies beside it. */
    public record Completeness(boolean doneMarker, int stableSeconds) {
        public static final Completeness STABLE = new Completeness(false, 2);
    }

    /**
     * The totals a file must agree with, stated in its last row or in a file beside it.
     *
     * @param count the label of the number of rows
     * @param sum the canonical column whose sum is stated, under its name or one of its headers
     */
    public record Controls(Optional<String> count, Optional<String> sum) {
        public static final Controls NONE = new Controls(Optional.empty(), Optional.empty());
    }

    /** The same feed in a source that is written by ourselves: it states no totals. */
    public Feed writtenAs(Layout other, Map<String, List<String>> otherHeaders, Map<String, String> expressions) {
        return new Feed(
                schema, source, otherHeaders, other, expressions, learn, complete, expected, Optional.empty(), rules);
    }

    public String name() {
        return schema.name();
    }
}
