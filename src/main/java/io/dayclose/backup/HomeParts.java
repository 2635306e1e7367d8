package io.dayclose.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a home that belong to its books: what configures it, and what came in. */
final class HomeParts {
    private static final List<String> FOLDERS = List.of("jobs-config", "sql", "archive");

    /** Passwords of people, though hashed, stay at home. */
    private static final String PASSWORDS = "(?m),?[ \\t]*\\bpassword:[ \\t]*(\"[^\"\\n]*\"|'[^'\\n]*'|[^,}\\n]*)";

    private final Path home;

    /** Folders that were not there before. */
    private final List<Path> made = new ArrayList<>();

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

    /** A folder may be a link to another disk. */
    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void copy(String path, OutputStream out) throws IOException {
        if (path.equals("jobs-config/users.yml")) {
            out.write(Files.readString(home.resolve(path))
                    .replaceAll(PASSWORDS, "")
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            Files.copy(home.resolve(path), out);
        }
    }

    /** Writes a file that is not there, whole or not at all; what is there stays. */
    boolean write(String path, InputStream bytes) throws IOException {
        var file = home.resolve(path).normalize();
        if (!file.startsWith(home) || Files.exists(file)) {
            return false;
        }
        for (var folder = file.getParent(); folder != null && !Files.exists(folder); folder = folder.getParent()) {
            made.add(folder);
        }
        Files.createDirectories(file.getParent());
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
        return true;
    }

    /** Takes back what was written, and the folders that were made for it. */
    void remove(List<String> paths) throws IOException {
        for (var path : paths) {
            Files.deleteIfExists(home.resolve(path));
        }
        made.sort(Comparator.comparing(Path::getNameCount).reversed());
        for (var folder : made) {
            Files.deleteIfExists(folder);
        }
    }
}
