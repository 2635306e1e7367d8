package io.dayclose.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes files that are there whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException, MessagingException;
    }

    public static void write(Path file, Content content) throws IOException, MessagingException {
        Files.createDirectories(file.getParent());
        write(partial(file), file, content);
    }

    /** The same for its owner only, in a folder for its owner only. */
    public static void writeForOwner(Path file, Content content) throws IOException, MessagingException {
        OwnerOnly.folder(Objects.requireNonNull(file.getParent()));
        OwnerOnly.file(partial(file));
        write(partial(file), file, content);
    }

    private static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    private static void write(Path partial, Path file, Content content) throws IOException, MessagingException {
        try (var out = Files.newOutputStream(partial)) {
            content.writeTo(out);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
