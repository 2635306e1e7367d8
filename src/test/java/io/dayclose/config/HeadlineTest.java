package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Headline.Named;
import io.dayclose.config.Headline.Named.Kind;
import io.dayclose.config.Headline.Said;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a sentence is put together of figures. */
class HeadlineTest {
    private static final Headline SALES = new Headline(new Bilingual(
            "净额 {net}[，较上周 {+growth}][；{#Odd lines} 行待查]",
            "Net {net}[, {+growth} against last week][; {#Odd lines} odd lines]"));

    private static String say(Language language, Map<Named, Said> figures) {
        return SALES.say(language, figure -> figures.getOrDefault(figure, new Said("–", true)));
    }

    @Test
    void figures_stand_where_they_are_named() {
        var all = Map.of(
                new Named(Kind.FIGURE, "net"), new Said("¥7,000", false),
                new Named(Kind.SIGNED, "growth"), new Said("+28.8%", false),
                new Named(Kind.ROWS, "Odd lines"), new Said("6", false));
        assertThat(say(Language.ZH, all)).isEqualTo("净额 ¥7,000，较上周 +28.8%；6 行待查");
        assertThat(say(Language.EN, all)).isEqualTo("Net ¥7,000, +28.8% against last week; 6 odd lines");
    }

    @Test
    void what_is_nothing_is_left_out_with_the_words_about_it() {
        assertThat(say(Language.ZH, Map.of(new Named(Kind.FIGURE, "net"), new Said("¥0.00", true))))
                .isEqualTo("净额 ¥0.00");
    }

    @Test
    void a_value_that_looks_like_a_figure_of_its_own_stays_as_it_is() {
        assertThat(say(Language.EN, Map.of(new Named(Kind.FIGURE, "net"), new Said("$1 {x} [y] \\", false))))
                .isEqualTo("Net $1 {x} [y] \\");
    }

    @Test
    void both_languages_tell_which_figures_are_needed() {
        assertThat(new Headline(new Bilingual("{a}", "{b} {+c}")).figures())
                .containsExactly(new Named(Kind.FIGURE, "a"), new Named(Kind.FIGURE, "b"), new Named(Kind.SIGNED, "c"));
    }

    @Test
    void a_subject_says_the_first_statement() {
        assertThat(Headline.firstOf("净额 ¥7,000，较上周 +28.8%；6 行待查")).isEqualTo("净额 ¥7,000，较上周 +28.8%");
        assertThat(Headline.firstOf("Net 7; 6 odd lines")).isEqualTo("Net 7");
    }
}
