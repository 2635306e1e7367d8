package io.dayclose.intake.source;

import io.dayclose.database.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** Keeps the bytes of everything that came in, by night and feed, and tells their digest. */
final class Archive {
    /** Ends the name of what is not whole yet: nothing reads it. */
    static final String PARTIAL = ".partial";

    private final Path home;

    Archive(Path home) {
        this.home = home;
    }

    /** A free place for a file, as a path below the home. */
    String place(LocalDate night, String feed, String name) {
        var folder = folder(night, feed);
        var place = folder + name;
        for (int n = 2; Files.exists(home.resolve(place)); n++) {
            place = folder + n + "-" + name;
        }
        return place;
    }

    String folder(LocalDate night, String feed) {
        return "archive/" + night + "/" + feed + "/";
    }

    /** Where a trial puts what it fetches: the last one's is written over. */
    String trialPlace(String feed, String name) {
        return "out/dry-run/" + feed + "/" + name;
    }

    /** What was being copied for a feed on a night when the program died. */
    List<Path> partials(LocalDate night, String feed) throws IOException {
        var folder = path(folder(night, feed));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(PARTIAL)).toList();
        }
    }

    Path path(String place) {
        return home.resolve(place);
    }

    /** Moves a file to its place; the file is never half there under its final name. */
    void move(Path file, String place) throws IOException {
        var target = home.resolve(place);
        Files.createDirectories(target.getParent());
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException otherDisk) {
            var partial = target.resolveSibling(target.getFileName() + PARTIAL);
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
        }
    }

    static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.begin())) {
            in.transferTo(NOWHERE);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();
}
