package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Looks a workbook over before anything in it is believed: its size, every part's checksum, how far it swells, and that no
 * text in it is longer than any cell. The libraries that read it check none of this; a damaged part would be read as other
 * figures, an endless text would fill the memory. On the way it finds the merged cells, which stand behind the rows.
 */
final class XlsxGuard {
    private static final long MEGABYTE = 1 << 20;
    private static final int MOST_PARTS = 2_000;

    private final Path file;
    private final ExpansionLimit swelling;
    private final Map<String, List<CellSpan>> merged = new HashMap<>();

    private XlsxGuard(Path file) throws IOException {
        this.file = file;
        swelling = new ExpansionLimit(Files.size(file));
    }

    /**
     * The merged cells by the part they stand in.
     *
     * @throws IOException saying what is wrong with the file
     */
    static Map<String, List<CellSpan>> merged(Path file, int mostMegabytes) throws IOException {
        size(file, mostMegabytes);
        return new XlsxGuard(file).check();
    }

    static void size(Path file, int mostMegabytes) throws IOException {
        if (Files.size(file) > mostMegabytes * MEGABYTE) {
            throw new UnreadableFile("large", mostMegabytes);
        }
    }

    private Map<String, List<CellSpan>> check() throws IOException {
        try (var zip = Compression.open(file)) {
            if (zip.size() > MOST_PARTS) {
                throw new UnreadableFile("parts", zip.size(), MOST_PARTS);
            }
            for (var part : zip.stream().toList()) {
                try (var in = zip.getInputStream(part)) {
                    check(part, in);
                }
            }
            return merged;
        } catch (IllegalArgumentException badName) {
            throw new UnreadableFile("part_list");
        }
    }

    private void check(ZipEntry part, InputStream in) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[1 << 16];
        var scan = part.getName().endsWith(".xml") ? new PartScan(part.getName()) : null;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sum.update(buffer, 0, read);
            swelling.add(read);
            if (scan != null) {
                scan.look(buffer, read);
            }
        }
        if (sum.getValue() != part.getCrc()) {
            throw new UnreadableFile("part_damaged", part.getName());
        }
        if (scan != null) {
            merged.put(part.getName(), scan.merged());
        }
    }
}
