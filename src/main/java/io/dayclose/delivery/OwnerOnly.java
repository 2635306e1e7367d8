package io.dayclose.delivery;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What people earn, and whole books, are for whoever runs the program: where the file system knows owners, for nobody else. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Makes an empty file that only its owner can read; one that was there is gone. */
    public static void file(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, attributes("rw-------"));
    }

    /** Makes a folder that only its owner can look into. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (knowsOwners()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** From its first moment: rights that are taken away later leave it open to whoever was quick. */
    private static FileAttribute<?>[] attributes(String rights) {
        return knowsOwners()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
