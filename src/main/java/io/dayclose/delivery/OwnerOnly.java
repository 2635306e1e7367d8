package io.dayclose.delivery;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What people earn, and whole books, are for whoever runs the program: where the file system knows owners, for nobody else. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes an empty file that only its owner can read; one that was there is gone. */
    public static void file(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        set(file, "rw-------");
    }

    /** Makes a folder that only its owner can look into. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        set(folder, "rwx------");
    }

    private static void set(Path path, String rights) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
