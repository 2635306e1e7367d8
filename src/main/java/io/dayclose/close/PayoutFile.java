package io.dayclose.close;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dayclose.delivery.WholeFile;
import io.dayclose.report.workbook.PlainTable;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** The payout list of a closed month for the bank: {@code out/payout/payout-YYYY-MM.csv} and {@code .xlsx}, the same whenever written. */
public final class PayoutFile {
    private static final List<String> COLUMNS = List.of("payee", "name", "period", "amount", "bank_account");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Digits, in groups or not, of which a number would lose some. */
    private static final String LONG_NUMBER = "[\\d -]{12,}|0\\d+";

    private static final String ROWS = """
            SELECT s.payee_code, COALESCE(d.name, p.name, o.name, ''), s.month, s.paid, s.bank_account FROM settlement s
            JOIN closed_month c ON c.month = s.month
            LEFT JOIN dealer_dated d ON s.payee_kind = 'DEALER' AND d.dealer_code = s.payee_code AND d.valid_from <= c.as_of AND d.valid_until > c.as_of
            LEFT JOIN person_dated p ON s.payee_kind = 'PERSON' AND p.person_code = s.payee_code AND p.valid_from <= c.as_of AND p.valid_until > c.as_of
            LEFT JOIN outlet_dated o ON s.payee_kind = 'OUTLET' AND o.outlet_code = s.payee_code AND o.valid_from <= c.as_of AND o.valid_until > c.as_of
            WHERE s.month = ? AND s.paid > 0 ORDER BY s.payee_code, s.payee_kind""";

    private final Work work;

    public PayoutFile(Work work) {
        this.work = work;
    }

    /**
     * Writes it as CSV and as a workbook, for their owner only, and says where.
     *
     * @throws Refusal when the ledger of the month does not hold
     */
    public Path write(YearMonth month) {
        new Proofs(work).require(month);
        var rows = rows(month);
        var name = "payout-" + month;
        write(name + ".xlsx", out -> new PlainTable(COLUMNS, rows).writeTo(out, name));
        return write(name + ".csv", out -> csv(rows, out));
    }

    private List<List<Object>> rows(YearMonth month) {
        return work.jdbc()
                .query(
                        ROWS,
                        (row, n) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getString(5)),
                        month.toString());
    }

    private Path write(String name, WholeFile.Content content) {
        var path = work.home().files().resolve("out/payout/" + name);
        try {
            WholeFile.writeForOwner(path, content);
            return path;
        } catch (IOException | MessagingException full) {
            throw Refusal.failed(
                    Problem.at(path.toString(), Message.FILE_NOT_WRITTEN, String.valueOf(full.getMessage())));
        }
    }

    /** With the mark by which spreadsheet programs know UTF-8. */
    private static void csv(List<List<Object>> rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(COLUMNS);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(PayoutFile::text).toList()));
        }
    }

    /**
     * A tab before digits keeps a spreadsheet program from making a number of them, which has fifteen places; an apostrophe before what looks
     * like a formula keeps it from being one.
     */
    private static String text(Object value) {
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        var text = value.toString();
        if (text.matches(LONG_NUMBER)) {
            return "\t" + text;
        }
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
