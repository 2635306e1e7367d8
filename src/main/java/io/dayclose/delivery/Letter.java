package io.dayclose.delivery;

import io.dayclose.text.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says, before it has recipients.
 * Wide: one component for each part of a mail.
 *
 * @param revision 0 for the first workbook of a date
 * @param answer the sentence that says it all; empty when there is none
 * @param headline the figures of the subject, where no sentence says the answer
 * @param actions header and rows that somebody should act on
 * @param attached whether a workbook comes with it
 */
public record Letter(
        Language language,
        String title,
        String scope,
        String day,
        int revision,
        String answer,
        List<Figure> headline,
        List<Figure> figures,
        List<Difference> changes,
        Optional<String> actionTitle,
        List<List<String>> actions,
        List<Bar> bars,
        boolean attached) {
    /** A figure with its name. */
    public record Figure(String name, String value) {}

    /** A figure that changed since the revision before. */
    public record Difference(String what, String before, String after) {}

    /** One bar of the little chart; its share of the largest is 0 to 100. */
    public record Bar(String label, int share, String value) {}
}
