package io.dayclose.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The export of a foreign web shop: how a home describes it, and a second calculation that knows nothing of the program. */
final class OnlineRetail {
    private OnlineRetail() {}

    /** A home that reads the export as it is, learns its outlets and products, and mails to two addresses. */
    static TestHome home(Path folder) {
        return new TestHome(folder)
                .reports()
                .write("jobs-config/recipients.yml", """
                        scopes:
                          company: {COMPANY: [gm@example.com]}
                          branch: {B01: [web@example.com]}
                        """)
                .write("jobs-config/feeds/sale.yml", """
                        feed: sale
                        source: {files: "online-retail-*.csv.gz"}
                        key: [doc_no, line_no]
                        layout: {delimiter: ",", decimal: ".", charset: auto, dates: ["yyyy-MM-dd HH:mm:ss", "d/M/yyyy HH:mm"], header-row: 1}
                        columns: {doc_no: [InvoiceNo], product_code: [StockCode], quantity: [Quantity], unit_price: [UnitPrice], sold_at: [InvoiceDate], outlet_code: [Country]}
                        derive:
                          kind: "quantity < 0 ? 'RETURN' : 'SALE'"
                          line_no: occurrence(doc_no)
                          business_date: date(sold_at)
                          quantity: abs(quantity)
                          amount: round(abs(quantity * unit_price), 2)
                        master: {learn: {branch: B01, channel: ECHANNEL}}
                        """);
    }

    /** What the lines of one day come to. */
    record Day(long lines, BigDecimal gross, BigDecimal returned) {
        static final Day NOTHING = new Day(0, BigDecimal.ZERO, BigDecimal.ZERO);

        BigDecimal net() {
            return gross.subtract(returned);
        }

        Day plus(Day other) {
            return new Day(lines + other.lines, gross.add(other.gross), returned.add(other.returned));
        }
    }

    static Map<LocalDate, Day> secondCalculation(Path file) throws IOException {
        var days = new TreeMap<LocalDate, Day>();
        var in = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (var row : rows) {
                var quantity = new BigDecimal(row.getField("Quantity"));
                var amount = quantity.multiply(new BigDecimal(row.getField("UnitPrice")))
                        .setScale(2, RoundingMode.HALF_UP);
                var line = quantity.signum() < 0
                        ? new Day(1, BigDecimal.ZERO, amount.negate())
                        : new Day(1, amount, BigDecimal.ZERO);
                days.merge(LocalDate.parse(row.getField("InvoiceDate").substring(0, 10)), line, Day::plus);
            }
        }
        return days;
    }
}
