package io.dayclose.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks a workbook over before anything in it is believed: its size, every part's checksum, and how far it swells. The
 * library that reads it checks none of this; a damaged part would be read as other figures.
 */
public final class XlsxGuard {
    private static final long MEGABYTE = 1 << 20;
    private static final int MOST_PARTS = 2_000;

    private final Path file;
    private final Swelling swelling;

    private XlsxGuard(Path file) throws IOException {
        this.file = file;
        swelling = new Swelling(Files.size(file));
    }

    /** @throws IOException saying what is wrong with the file */
    public static void check(Path file, int mostMegabytes) throws IOException {
        if (Files.size(file) > mostMegabytes * MEGABYTE) {
            throw new IOException("the workbook is larger than " + mostMegabytes + " MB (layout: max-mb)");
        }
        new XlsxGuard(file).check();
    }

    private void check() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new IOException("the workbook has " + zip.size() + " parts, more than " + MOST_PARTS);
            }
            for (var part : zip.stream().toList()) {
                try (var in = zip.getInputStream(part)) {
                    check(part, in);
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException("the workbook's list of parts is damaged", badName);
        }
    }

    private void check(ZipEntry part, InputStream in) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sum.update(buffer, 0, read);
            swelling.add(read);
        }
        if (sum.getValue() != part.getCrc()) {
            throw new IOException("part " + part.getName() + " of the workbook is damaged");
        }
    }
}
