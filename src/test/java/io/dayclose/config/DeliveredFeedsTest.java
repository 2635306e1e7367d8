package io.dayclose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.config.feed.FeedSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The home in the repository is complete: who starts from it finds a file for every feed there is. */
class DeliveredFeedsTest {
    private final HomeFiles files = new HomeFiles(Path.of("."));
    private final HomeReader.Loaded loaded = HomeReader.read(files, name -> Optional.of("x"));

    @Test
    void every_feed_of_the_catalogue_has_a_file_without_a_mistake() {
        assertThat(loaded.problems().sorted()).isEmpty();
        assertThat(loaded.home().feeds())
                .extracting(Feed::name)
                .containsExactlyElementsOf(FeedCatalogue.delivered().names());
        assertThat(loaded.home().feeds())
                .allSatisfy(feed -> assertThat(files.read("jobs-config/feeds/" + feed.name() + ".yml"))
                        .get()
                        .asString()
                        .startsWith("# yaml-language-server: $schema=../schema/feed.schema.json\n"));
    }

    @Test
    void every_feed_from_a_database_has_a_query_of_its_name_that_brings_its_columns() {
        for (var feed : loaded.home().feeds()) {
            if (feed.source() instanceof FeedSource.Query query) {
                assertThat(query.sql()).isEqualTo("extract/" + feed.name() + ".sql");
                assertThat(selected(files.read("sql/" + query.sql()).orElseThrow()))
                        .as(query.sql())
                        .isEqualTo(feed.schema().columnNames());
            }
        }
    }

    @Test
    void headers_that_people_write_are_given_for_every_column_of_their_files() {
        assertThat(loaded.home().feeds())
                .filteredOn(feed -> feed.source() instanceof FeedSource.Files)
                .isNotEmpty()
                .allSatisfy(feed -> assertThat(feed.headers().keySet())
                        .as(feed.name())
                        .containsExactlyInAnyOrderElementsOf(feed.schema().columnNames()));
    }

    private static List<String> selected(String sql) {
        var list = sql.substring(sql.indexOf("SELECT") + "SELECT".length(), sql.indexOf("FROM"));
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
