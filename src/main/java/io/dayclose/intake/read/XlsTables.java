package io.dayclose.intake.read;

import io.dayclose.config.feed.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The sheets of a workbook of the old binary formats, or a word on what else lies in such a container. */
final class XlsTables implements Tables {
    private final Content content;
    private final HeldBook book;

    XlsTables(Content content, Layout layout) throws IOException {
        this.content = content;
        XlsxGuard.size(content.path(), layout.maxMegabytes());
        try (var file = new POIFSFileSystem(content.path().toFile(), true)) {
            book = read(file, new HeldBook(layout.decimal()));
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableFile("password");
        } catch (UnreadableFile known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFile("container");
        }
    }

    private static HeldBook read(POIFSFileSystem file, HeldBook book) throws IOException {
        var root = file.getRoot();
        if (has(root, "EncryptedPackage")) {
            throw new UnreadableFile(isByRights(root) ? "rights" : "password");
        }
        if (has(root, "Workbook")) {
            return Biff8.read(file, book);
        }
        if (has(root, "Book")) {
            try (var stream = file.createDocumentInputStream("Book")) {
                return Biff5.read(stream.readAllBytes(), book);
            }
        }
        throw new UnreadableFile("document");
    }

    private static boolean has(DirectoryEntry root, String name) {
        return root.hasEntryCaseInsensitive(name);
    }

    /** A rights server's key, not a password, opens it. */
    private static boolean isByRights(DirectoryEntry root) {
        return root.getEntryNames().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("drm"));
    }

    @Override
    public List<Table> all() {
        return book.tables();
    }

    @Override
    public TableRows open(int table) {
        return book.open(table);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
