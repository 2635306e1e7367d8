package io.dayclose.bench;

import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same lines in every form the bench needs. */
final class BenchLines {
    private final Path folder;

    BenchLines(Path folder) {
        this.folder = folder;
    }

    private static final int OUTLETS = 400;
    private static final int SELLERS_PER_OUTLET = 5;
    private static final int PRODUCTS = 1000;

    private static String document(int i) {
        return "S%09d".formatted(i / 4);
    }

    static String outlet(int n) {
        return "W%03d".formatted(n % OUTLETS);
    }

    static String seller(int n) {
        return "P%04d".formatted(n % (OUTLETS * SELLERS_PER_OUTLET));
    }

    static String product(int n) {
        return "G%04d".formatted(n % PRODUCTS);
    }

    /** Few products bring most lines: the cube of an even share. */
    private static int productOf(int i) {
        long share = (i * 2_654_435_761L >>> 8) & 0xFFFF;
        return (int) ((share * share >> 16) * share * PRODUCTS >> 32);
    }

    /** The canonical columns of a line, as text; {@code none} stands for empty. Each fiftieth line is a return. */
    static String[] cells(int i, String none) {
        boolean back = i % 50 == 49;
        int quantity = back ? 1 : i % 5 + 1;
        int halves = (2 * (i % 97 + 3) + 1) * quantity;
        int outlet = i / 4 * 37 % OUTLETS;
        return new String[] {
            document(i),
            String.valueOf(i % 4 + 1),
            back ? "RETURN" : "SALE",
            "2026-11-22",
            outlet(outlet),
            seller(outlet * SELLERS_PER_OUTLET + i / 4 % SELLERS_PER_OUTLET),
            product(productOf(i)),
            String.valueOf(quantity),
            (i % 97 + 3) + ".50",
            none,
            "%d.%02d".formatted(halves / 2, halves % 2 * 50),
            none,
            none,
            none,
            none
        };
    }

    /** A home with the master data these lines name. */
    static TestHome home(Path folder) {
        var home = new TestHome(folder).smallCompany().reports();
        home.write(
                "inbox/outlet-1.csv",
                "outlet_code,name,branch_code,channel\n"
                        + lines(OUTLETS, n -> outlet(n) + ",店" + n + ",B0" + (n % 2 + 1) + ",OWN"));
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role\n"
                        + lines(
                                OUTLETS * SELLERS_PER_OUTLET,
                                n -> seller(n) + ",员" + n + ",B01," + outlet(n / SELLERS_PER_OUTLET) + ",SELLER"));
        return home.write(
                "inbox/product-1.csv",
                "product_code,name,category\n" + lines(PRODUCTS, n -> product(n) + ",品" + n + ",类" + n % 12));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n")) + "\n";
    }

    Path csv(int lines) throws IOException {
        return write("sale.csv", TestHome.SALE_HEADER, lines, i -> String.join(",", cells(i, "")));
    }

    /** What the server loads by itself: the columns of the fact table, technical ones included. */
    Path loadFile(int lines) throws IOException {
        return write(
                "sale-" + lines + ".tsv",
                "",
                lines,
                i -> String.join("\t", cells(i, "\\N")) + "\t1\t2026-11-22\t1\t" + (i + 2));
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
