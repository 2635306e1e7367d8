package io.dayclose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.intake.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_message_exists_in_both_languages_and_stands_in_the_list_of_errors() throws IOException {
        var list = Files.readString(Path.of("docs/errors.md"));
        for (var message : Message.values()) {
            for (var language : Language.values()) {
                assertThat(message.in(language, "{0}", "{1}", "{2}", "{3}", "{4}"))
                        .endsWith("[" + message.code() + "]");
            }
            assertThat(list).contains("| " + message.code() + " |");
        }
        assertThat(Arrays.stream(Message.values()).map(Message::code)).doesNotHaveDuplicates();
    }

    @Test
    void every_reason_says_in_both_languages_what_to_do() throws IOException {
        var list = Files.readString(Path.of("docs/errors.md"));
        for (var reason : Reason.values()) {
            assertThat(reason.sentence(Language.ZH)).contains("。");
            assertThat(reason.sentence(Language.EN)).contains(". ");
            assertThat(list).contains("| " + reason.name() + " |");
        }
    }

    @Test
    void every_feed_has_a_name_in_both_languages() {
        for (var feed : FeedCatalogue.delivered().names()) {
            assertThat(Texts.of(Language.ZH).has("feed." + feed)).as(feed).isTrue();
            assertThat(Texts.of(Language.EN).has("feed." + feed)).as(feed).isTrue();
        }
    }

    @Test
    void both_languages_have_the_same_texts() throws IOException {
        assertThat(keys("zh")).containsExactlyInAnyOrderElementsOf(keys("en"));
    }

    @Test
    void no_text_and_no_row_of_the_list_of_errors_stands_twice() throws IOException {
        for (var language : java.util.List.of("en", "zh")) {
            var file = Path.of("src/main/resources/io/dayclose/text/messages_" + language + ".properties");
            assertThat(firsts(file, "=")).as(language).doesNotHaveDuplicates();
        }
        assertThat(firsts(Path.of("docs/errors.md"), "(?<=.) \\|")).doesNotHaveDuplicates();
    }

    /** What each line names before a mark. */
    private static java.util.List<String> firsts(Path file, String mark) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("(\\| )?[A-Za-z][\\w.-]* ?(=|\\|).*"))
                .map(line -> line.split(mark, 2)[0].strip())
                .filter(name -> !name.equals("| code"))
                .toList();
    }

    private static java.util.Set<String> keys(String language) throws IOException {
        var properties = new java.util.Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/io/dayclose/text/messages_" + language + ".properties"))) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }
}
