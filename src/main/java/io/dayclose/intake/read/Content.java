package io.dayclose.intake.read;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The bytes of a file, unpacked where they are packed, and what they are by their beginning. */
final class Content implements Closeable {
    private final Path file;
    private final FileKind outer;
    private final FileKind kind;
    private final boolean temporary;

    private Content(Path file, FileKind outer, FileKind kind, boolean temporary) {
        this.file = file;
        this.outer = outer;
        this.kind = kind;
        this.temporary = temporary;
    }

    /**
     * Looks at a file. A workbook that comes packed is unpacked beside the temporary files first, as it is read from many
     * places.
     *
     * @throws UnreadableFile naming what it is when nothing can be read from it
     */
    static Content of(Path file) throws IOException {
        var outer = zipped(file, FileKind.of(head(Files.newInputStream(file))));
        if (outer != FileKind.GZIP && outer != FileKind.ZIP) {
            return readable(new Content(file, outer, outer, false));
        }
        var packed = new Content(file, outer, outer, false);
        var inner = FileKind.of(head(packed.open()));
        return inner == FileKind.ZIP || inner == FileKind.OLE
                ? unpacked(packed, inner)
                : readable(new Content(file, outer, inner, false));
    }

    private static Content unpacked(Content packed, FileKind inner) throws IOException {
        var copy = Files.createTempFile("dayclose-", ".unpacked");
        try (var in = packed.open();
                var out = Files.newOutputStream(copy)) {
            in.transferTo(out);
        } catch (IOException damaged) {
            Files.delete(copy);
            throw damaged;
        }
        var kind = zipped(copy, inner);
        var content = new Content(copy, kind, kind, true);
        try {
            return readable(content);
        } catch (IOException refused) {
            content.close();
            throw refused;
        }
    }

    private static Content readable(Content content) throws UnreadableFile {
        if (content.kind.isRefused()) {
            throw new UnreadableFile(content.kind.key());
        }
        return content;
    }

    private static byte[] head(InputStream in) throws IOException {
        try (in) {
            return in.readNBytes(FileKind.HEAD);
        }
    }

    /** What kind of zip a zip is, by the parts in it. */
    private static FileKind zipped(Path file, FileKind kind) throws IOException {
        if (kind != FileKind.ZIP) {
            return kind;
        }
        try (var zip = Compression.open(file)) {
            var names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            return names.contains("[Content_Types].xml") || names.contains("mimetype") ? office(zip, names) : kind;
        } catch (IllegalArgumentException badName) {
            throw UnreadableFile.of(badName);
        }
    }

    private static FileKind office(ZipFile zip, Set<String> names) throws UnreadableFile {
        if (names.contains("mimetype") && names.contains("content.xml")) {
            throw new UnreadableFile("opendocument");
        }
        if (names.stream().anyMatch(name -> name.endsWith("workbook.bin"))) {
            throw new UnreadableFile("binary_workbook");
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/") || name.startsWith("ppt/"))) {
            throw new UnreadableFile("document");
        }
        return zip.size() > 0 ? FileKind.WORKBOOK : FileKind.ZIP;
    }

    FileKind kind() {
        return kind;
    }

    /** Where a workbook lies. */
    Path path() {
        return file;
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** The unpacked bytes from their beginning. */
    InputStream open() throws IOException {
        return switch (outer) {
            case GZIP -> Compression.gzip(file);
            case ZIP -> Compression.onlyEntry(file);
            default -> Files.newInputStream(file);
        };
    }

    /** The same for a file that is held as a whole: no more of it than so many megabytes. */
    InputStream open(int mostMegabytes) throws IOException {
        return new FilterInputStream(open()) {
            private long left = (long) mostMegabytes << 20;

            @Override
            public int read() throws IOException {
                count(1);
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                count(read);
                return read;
            }

            private void count(int read) throws UnreadableFile {
                left -= Math.max(0, read);
                if (left < 0) {
                    throw new UnreadableFile("large", mostMegabytes);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
