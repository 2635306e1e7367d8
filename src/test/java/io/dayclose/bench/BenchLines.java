package io.dayclose.bench;

import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.IntFunction;

/** The same lines in every form the bench needs. */
final class BenchLines {
    private final Path folder;

    BenchLines(Path folder) {
        this.folder = folder;
    }

    private static String document(int i) {
        return "S%09d".formatted(i / 4);
    }

    /** The canonical columns of a line, as text; {@code none} stands for empty. */
    static String[] cells(int i, String none) {
        int quantity = i % 5 + 1;
        var price = (i % 97 + 3) + ".50";
        var amount =
                "%d.%02d".formatted((2 * (i % 97 + 3) + 1) * quantity / 2, (2 * (i % 97 + 3) + 1) * quantity % 2 * 50);
        return new String[] {
            document(i),
            String.valueOf(i % 4 + 1),
            "SALE",
            "2026-11-22",
            "W001",
            "P005",
            "G001",
            String.valueOf(quantity),
            price,
            none,
            amount,
            none,
            none,
            none,
            none
        };
    }

    Path csv(int lines) throws IOException {
        return write("sale.csv", TestHome.SALE_HEADER, lines, i -> String.join(",", cells(i, "")));
    }

    /** What the server loads by itself: the columns of the fact table, technical ones included. */
    Path loadFile(int lines) throws IOException {
        return write("sale.tsv", "", lines, i -> String.join("\t", cells(i, "\\N")) + "\t1\t2026-11-22\t1\t" + (i + 2));
    }

    private Path write(String name, String header, int lines, IntFunction<String> line) throws IOException {
        var file = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(header);
            for (int i = 0; i < lines; i++) {
                out.write(line.apply(i));
                out.write('\n');
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        return file;
    }
}
