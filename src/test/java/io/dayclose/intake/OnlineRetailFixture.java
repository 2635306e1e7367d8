package io.dayclose.intake;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A small file of the foreign layout, made from a seed: repeated lines, negative quantities, prices of zero and of four
 * decimals, missing customers, quoted descriptions, one day without a line.
 */
final class OnlineRetailFixture {
    private static final String[] COUNTRIES = {"United Kingdom", "France", "EIRE", "Channel Islands"};
    private static final String[] PRICES = {"2.55", "0", "0.0425", "1.2345", "1062.99", "3.39", "0.00"};
    private static final String[] DAYS = {"2010-12-01", "2010-12-02", "2010-12-04"};

    private final Random random;

    OnlineRetailFixture(long seed) {
        random = new Random(seed);
    }

    Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            for (int invoice = 0; invoice < 300; invoice++) {
                invoice(out, invoice);
            }
        }
        return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    private void invoice(Writer out, int invoice) throws IOException {
        boolean cancels = random.nextInt(20) == 0;
        var number = (cancels ? "C" : "") + (536365 + invoice);
        var time = DAYS[invoice / 100] + " %02d:%02d:00".formatted(8 + random.nextInt(10), random.nextInt(60));
        var customer = random.nextInt(4) == 0 ? "" : String.valueOf(17850 + random.nextInt(50));
        var country = COUNTRIES[random.nextInt(COUNTRIES.length)];
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            int quantity = (1 + random.nextInt(24)) * (cancels ? -1 : 1);
            var line = "%s,%s,\"HOLDER, \"\"WHITE\"\"\",%d,%s,%s,%s,%s\n"
                    .formatted(number, stock(), quantity, time, price(), customer, country);
            out.write(line.repeat(random.nextInt(10) == 0 ? 2 : 1));
        }
    }

    private String stock() {
        return random.nextInt(9) == 0 ? "POST" : (85123 + random.nextInt(40)) + "A";
    }

    private String price() {
        return PRICES[random.nextInt(PRICES.length)];
    }
}
