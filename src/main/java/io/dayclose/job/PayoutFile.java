package io.dayclose.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dayclose.delivery.WholeFile;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** The payout list of a closed month for the bank: {@code out/payout/payout-YYYY-MM.csv}, the same whenever it is written. */
public final class PayoutFile {
    private static final List<String> COLUMNS = List.of("payee", "name", "period", "amount", "bank_account");
    private static final String ROWS = """
            SELECT s.payee_code, COALESCE(d.name, p.name, o.name, ''), s.month, s.paid, s.bank_account FROM settlement s
            JOIN closed_month c ON c.month = s.month
            LEFT JOIN dealer_dated d ON s.payee_kind = 'DEALER' AND d.dealer_code = s.payee_code AND d.valid_from <= c.as_of AND (d.valid_until IS NULL OR d.valid_until > c.as_of)
            LEFT JOIN person_dated p ON s.payee_kind = 'PERSON' AND p.person_code = s.payee_code AND p.valid_from <= c.as_of AND (p.valid_until IS NULL OR p.valid_until > c.as_of)
            LEFT JOIN outlet_dated o ON s.payee_kind = 'OUTLET' AND o.outlet_code = s.payee_code AND o.valid_from <= c.as_of AND (o.valid_until IS NULL OR o.valid_until > c.as_of)
            WHERE s.month = ? AND s.paid > 0 ORDER BY s.payee_code, s.payee_kind""";

    private final Work work;

    public PayoutFile(Work work) {
        this.work = work;
    }

    /**
     * Writes it whole and says where.
     *
     * @throws Refusal when the ledger of the month does not hold
     */
    public Path write(YearMonth month) {
        new Proofs(work).require(month);
        var path = work.home().files().resolve("out/payout/payout-" + month + ".csv");
        var rows = work.jdbc()
                .query(
                        ROWS,
                        (row, n) -> List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBigDecimal(4).toPlainString(),
                                row.getString(5)),
                        month.toString());
        try {
            WholeFile.write(path, out -> {
                try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                    csv.writeRecord(COLUMNS);
                    rows.forEach(csv::writeRecord);
                }
            });
        } catch (IOException | MessagingException full) {
            throw Refusal.failed(
                    Problem.at(path.toString(), Message.FILE_NOT_WRITTEN, String.valueOf(full.getMessage())));
        }
        return path;
    }
}
