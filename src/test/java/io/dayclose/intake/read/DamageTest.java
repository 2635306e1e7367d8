package io.dayclose.intake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.testing.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files whose bytes were damaged, cut off or repeated on their way. What carries checksums is read as it was or refused in
 * one line, never read as other figures; what carries none is read or refused, and never ends in anything but a line.
 */
@Tag("file")
class DamageTest {
    private static final int CASES = Integer.getInteger("damage.cases", 500);
    private static final long SLOWEST = Duration.ofSeconds(2).toMillis();

    @TempDir
    private Path folder;

    private final Map<String, int[]> outcomes = new TreeMap<>();

    @Test
    void damaged_files_are_refused_or_read_as_they_were() throws IOException {
        damage(CASES);
    }

    @Test
    @Tag("long")
    void ten_thousand_damaged_files_are_refused_or_read_as_they_were() throws IOException {
        damage(10_000);
    }

    private void damage(int cases) throws IOException {
        var feed = new TestHome(folder).feeds("sale").home().feeds().get(0);
        var files = Map.of("csv", csv(), "gz", gzip(csv()), "zip", zip(csv()), "xlsx", workbook());
        long first = Long.getLong("damage.seed", 8L);
        for (long seed = first; seed < first + cases; seed++) {
            var random = new Random(seed);
            var kind = List.of("csv", "gz", "zip", "xlsx").get((int) (seed % 4));
            var original = rows(write(kind, files.get(kind)), feed);
            var file = write(kind, damaged(files.get(kind), random));
            long began = System.nanoTime();
            int outcome = outcome(file, feed, original);
            var which = "seed " + seed + " " + kind;
            assertThat((System.nanoTime() - began) / 1_000_000).as(which).isLessThan(SLOWEST);
            if (!kind.equals("csv")) {
                assertThat(outcome).as(which + " was read as something else").isNotEqualTo(2);
            }
            outcomes.computeIfAbsent(kind, any -> new int[3])[outcome]++;
        }
        outcomes.forEach((kind, counts) -> System.out.printf(
                "damaged %-4s files: %d refused, %d as they were, %d otherwise but told apart by no checksum%n",
                kind, counts[0], counts[1], counts[2]));
    }

    /** 0 refused, 1 read as it was, 2 read as something else. */
    private static int outcome(Path file, Feed feed, List<String> original) {
        try {
            var read = rows(file, feed);
            return read.equals(original) ? 1 : read.contains("damage") ? 0 : 2;
        } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return 0;
        }
    }

    private static List<String> rows(Path file, Feed feed) throws IOException {
        var read = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            read.add(rows.header().toString());
            for (var row = rows.next(); row != null; row = rows.next()) {
                read.add(Arrays.toString(row.cells()));
            }
            rows.damage().ifPresent(why -> read.add("damage"));
        }
        return read;
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(200)), (byte) 0);
            }
            case 2 -> {
                for (int i = 1 + random.nextInt(8); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(bytes.length - from, 1 + random.nextInt(100));
                System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length + 1), length);
            }
        }
        return bytes;
    }

    private Path write(String kind, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sale." + (kind.equals("gz") ? "csv.gz" : kind)), bytes);
    }

    private static byte[] csv() {
        var text = new StringBuilder(
                "doc_no,line_no,kind,business_date,outlet_code,product_code,quantity,unit_price,amount\n");
        for (int i = 0; i < 300; i++) {
            text.append("S%d,1,SALE,2026-11-22,网点%d,\"G,%d\",%d,9.50,%d.50\n".formatted(i, i % 9, i % 7, i % 5, i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Packer {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = packer.on(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return packed(content, GZIPOutputStream::new);
    }

    private static byte[] zip(byte[] content) throws IOException {
        return packed(content, out -> {
            var zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("sale.csv"));
            return zip;
        });
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("s");
            var lines =
                    new String(csv(), StandardCharsets.UTF_8).replace("\"", "").split("\n");
            for (int i = 0; i < 100; i++) {
                var row = sheet.createRow(i);
                var cells = lines[i].split(",");
                for (int c = 0; c < Math.min(9, cells.length); c++) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }
}
