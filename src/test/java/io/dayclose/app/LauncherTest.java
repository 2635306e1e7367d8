package io.dayclose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/dayclose} starts the program with; in place of the JDK stands a script that tells what it was given. */
@Tag("once")
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for each in "$@"; do
              case $each in
                -XX:ArchiveClassesAtExit=*) echo archive > "${each#*=}" ;;
              esac
            done
            case "$*" in
              *jarmode=tools*) mkdir -p "${10}" && cp "$5" "${10}/dayclose.jar" && exit 0 ;;
            esac
            echo "$*"
            exit ${ENDS:-0}
            """;

    @TempDir
    private Path folder;

    private Path jar;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        jar = Files.writeString(folder.resolve("dayclose.jar"), "a program");
        cache = folder.resolve("cache");
        var java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private String start(String... arguments) throws IOException, InterruptedException {
        return ended(0, arguments);
    }

    private String ended(int code, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("sh", Path.of("bin/dayclose").toAbsolutePath().toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("DAYCLOSE_JAR", jar.toString());
        builder.environment().put("DAYCLOSE_CACHE", cache.toString());
        builder.environment().put("ENDS", String.valueOf(code));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as("the program's own exit code").isEqualTo(code);
        return said;
    }

    private List<Path> copies() throws IOException {
        try (var found = Files.list(cache)) {
            return found.toList();
        }
    }

    @Test
    void a_short_command_makes_an_archive_of_classes_and_the_next_starts_from_it() throws Exception {
        assertThat(start("--home", "/a home", "status"))
                .contains("-XX:ArchiveClassesAtExit=")
                .endsWith("--home /a home status");
        assertThat(copies()).hasSize(1);
        assertThat(start("show", "feeds"))
                .contains("-XX:SharedArchiveFile=" + copies().get(0).resolve("classes.jsa"), "TieredStopAtLevel=1");
    }

    @Test
    void help_before_the_first_command_makes_no_archive_as_it_would_hold_too_little() throws Exception {
        assertThat(start("--help")).contains("/dayclose.jar --help").doesNotContain("Archive");
        assertThat(start("status", "--help")).doesNotContain("Archive");
        assertThat(start("status")).contains("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void what_failed_leaves_no_archive_as_it_may_have_ended_before_the_database() throws Exception {
        assertThat(ended(2, "status")).contains("-XX:ArchiveClassesAtExit=");
        assertThat(copies().get(0).resolve("classes.jsa")).doesNotExist();
        assertThat(start("status")).contains("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void what_else_lies_in_the_folder_is_left_alone() throws Exception {
        var other = Files.createDirectories(cache.resolve("photos"));
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        start("status");
        assertThat(other).exists();
    }

    @Test
    void a_night_gets_the_jar_as_it_is_and_the_compiler_whole() throws Exception {
        assertThat(start("--home=/h", "run", "nightly", "--date", "2026-11-29"))
                .isEqualTo("-jar " + jar + " --home=/h run nightly --date 2026-11-29");
        assertThat(cache).doesNotExist();
    }

    @Test
    void another_program_is_not_started_from_the_copy_of_the_one_before() throws Exception {
        start("status");
        Files.writeString(jar, "b program");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(start("status")).contains("-XX:ArchiveClassesAtExit=");
        assertThat(copies()).hasSize(2).allMatch(copy -> Files.exists(copy.resolve("classes.jsa")));
        assertThat(copies().stream().map(copy -> copy.resolve("dayclose.jar")))
                .anySatisfy(each -> assertThat(each).hasContent("b program"));
    }

    @Test
    void where_no_copy_can_be_kept_the_command_works_all_the_same() throws Exception {
        Files.writeString(cache, "a file where the folder should be");
        assertThat(start("status")).contains("-jar " + jar + " status").doesNotContain("Archive");
    }
}
