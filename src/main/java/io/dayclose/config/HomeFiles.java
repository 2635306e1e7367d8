package io.dayclose.config;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a home. Jobs, reports and SQL that the home does not have come from those delivered with the program;
 * a file of the same name in the home wins.
 */
public final class HomeFiles {
    private static final String DELIVERED = "delivered/";

    private final Path folder;

    public HomeFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.folder)) {
            throw Refusal.usage(Problem.at("--home", Message.NO_HOME, folder));
        }
    }

    public Path folder() {
        return folder;
    }

    public Path resolve(String path) {
        return folder.resolve(path);
    }

    /** The text of a file, the home's own before the delivered one. */
    public Optional<String> read(String path) {
        try {
            var own = folder.resolve(path);
            if (Files.isRegularFile(own)) {
                return Optional.of(Files.readString(own));
            }
            try (var in = HomeFiles.class.getClassLoader().getResourceAsStream(DELIVERED + path)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (CharacterCodingException otherEncoding) {
            throw Refusal.usage(Problem.at(path, Message.NOT_UTF8));
        } catch (IOException unreadable) {
            throw Refusal.usage(Problem.at(path, Message.FILE_NOT_OPEN, String.valueOf(unreadable.getMessage())));
        }
    }

    /** The names of a folder's files with an ending, the home's own and the delivered ones, in order. */
    public List<String> list(String directory, String ending) {
        var names = new TreeSet<>(own(directory, ending));
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var each : resolver.getResources("classpath*:" + DELIVERED + directory + "/*" + ending)) {
                names.add(String.valueOf(each.getFilename()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names.stream().map(name -> directory + "/" + name).toList();
    }

    /** The home's own files only. */
    public List<String> listOwn(String directory, String ending) {
        return own(directory, ending).stream()
                .map(name -> directory + "/" + name)
                .toList();
    }

    /** What lies in a folder of configuration and is never read: other endings, folders, links to nowhere. */
    public List<String> ignored(String directory) {
        if (!Files.isDirectory(folder.resolve(directory))) {
            return Files.exists(folder.resolve(directory)) ? List.of(directory) : List.of();
        }
        try (var entries = Files.list(folder.resolve(directory))) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry ->
                            !Files.isRegularFile(entry) || !entry.toString().endsWith(".yml"))
                    .map(entry -> directory + "/" + entry.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What lies in a folder, of any kind, but for what systems leave behind. */
    public List<String> entries(String directory) {
        if (!Files.isDirectory(folder.resolve(directory))) {
            return List.of();
        }
        try (var entries = Files.list(folder.resolve(directory))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith("~"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TreeSet<String> own(String directory, String ending) {
        var names = new TreeSet<String>();
        if (Files.isDirectory(folder.resolve(directory))) {
            try (var files = Files.list(folder.resolve(directory))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ending))
                        .forEach(names::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return names;
    }
}
