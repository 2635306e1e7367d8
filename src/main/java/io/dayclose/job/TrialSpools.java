package io.dayclose.job;

import io.dayclose.config.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What queries answer in a trial is written down to be read; closed, it is gone again, and what lay there before stays. */
final class TrialSpools implements AutoCloseable {
    private final Path folder;
    private final Set<Path> before;

    TrialSpools(Home home) {
        folder = home.files().resolve("out/dry-run");
        before = files();
    }

    private Set<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        files().stream().filter(file -> !before.contains(file)).forEach(TrialSpools::delete);
        if (before.isEmpty() && Files.isDirectory(folder) && isEmpty()) {
            delete(folder);
        }
    }

    private boolean isEmpty() {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
