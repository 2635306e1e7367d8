package io.dayclose.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a home that belong to its books: what configures it, and what came in. */
final class HomeParts {
    private static final List<String> FOLDERS = List.of("jobs-config", "sql", "archive");

    /** Passwords of people, though hashed, stay at home. */
    private static final String PASSWORDS = "(?m),?[ \\t]*\\bpassword:[ \\t]*(\"[^\"\\n]*\"|'[^'\\n]*'|[^,}\\n]*)";

    private final Path home;

    HomeParts(Path home) {
        this.home = home;
    }

    /** Their paths below the home, in order. */
    List<String> paths() throws IOException {
        try (var all =
                FOLDERS.stream().map(home::resolve).filter(Files::isDirectory).flatMap(HomeParts::files)) {
            return all.map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.endsWith(".partial"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] read(String path) throws IOException {
        var bytes = Files.readAllBytes(home.resolve(path));
        return path.equals("jobs-config/users.yml")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll(PASSWORDS, "")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }

    /** Writes a file that is not there; what is there stays. */
    boolean write(String path, byte[] bytes) throws IOException {
        var file = home.resolve(path).normalize();
        if (!file.startsWith(home) || Files.exists(file)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }
}
