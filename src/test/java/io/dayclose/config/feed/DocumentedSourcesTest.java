package io.dayclose.config.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed files that docs/feeds.md shows are read as they stand there. */
class DocumentedSourcesTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(feed: (\\w+)\n.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static List<String> documented() throws IOException {
        var section = Files.readString(Path.of("docs/feeds.md"))
                .replaceFirst("(?s).*## Where files come from\n", "")
                .replaceFirst("(?s)\n## .*", "");
        var found = new ArrayList<String>();
        for (var yaml = YAML.matcher(section); yaml.find(); ) {
            found.add(yaml.group(1));
        }
        return found;
    }

    private FeedSource read(String text) {
        var home = new TestHome(folder);
        home.write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                data-sources: {erp: {url: "jdbc:mysql://erp/"}}
                """).write("sql/extract/sale.sql", "SELECT 1");
        var name = text.lines().findFirst().orElseThrow().substring("feed: ".length());
        home.write("jobs-config/feeds/" + name + ".yml", text);
        var loaded = HomeReader.read(new HomeFiles(folder), variable -> Optional.of("secret " + variable));
        assertThat(loaded.problems().sorted()).as(text).isEmpty();
        return loaded.home().feeds().stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @Test
    void every_kind_of_source_has_its_example_and_each_is_read() throws IOException {
        var sources = documented().stream().map(this::read).toList();
        assertThat(sources)
                .extracting(source -> source.getClass().getSimpleName())
                .containsExactly("Files", "Query", "Sftp", "Mailbox");
        var sftp = (FeedSource.Sftp) sources.get(2);
        assertThat(sftp.login().password().value()).isEqualTo("secret CARRIER_PASSWORD");
        assertThat(sftp.done().moveTo()).contains("done");
        assertThat(sources.toString()).contains("***").doesNotContain("secret");
    }
}
