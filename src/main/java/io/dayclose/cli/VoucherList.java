package io.dayclose.cli;

import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.VoucherText;
import io.dayclose.job.Work;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The first returned and refused vouchers of a night, in words. */
final class VoucherList {
    private static final int FIRST = 5;
    private static final String NEW = "FROM voucher v JOIN voucher_place p ON p.voucher_id = v.voucher_id"
            + " WHERE v.first_seen = ? AND v.decision IN ('RETURNED', 'REFUSED') AND v.resolved_on IS NULL";

    private final Work work;
    private final LocalDate night;

    VoucherList(Work work, LocalDate night) {
        this.work = work;
        this.night = night;
    }

    void print(PrintWriter out) {
        var count = work.jdbc().queryForObject("SELECT COUNT(*) " + NEW, Long.class, night);
        if (count == null || count == 0) {
            return;
        }
        var language = work.home().company().language();
        out.println();
        out.println("  " + Texts.of(language).format("summary.vouchers", Math.min(FIRST, count), count));
        first().forEach(voucher -> print(out, voucher, language));
    }

    private List<VoucherText> first() {
        return work.jdbc()
                .query(
                        "SELECT p.source, p.line, v.reason, COALESCE(v.column_name, ''), COALESCE(v.value, ''), COALESCE(v.expected, '') "
                                + NEW + " ORDER BY v.decision DESC, v.voucher_id LIMIT " + FIRST,
                        (row, n) -> voucher(row),
                        night);
    }

    private static VoucherText voucher(ResultSet row) throws SQLException {
        var fault = new Fault(Reason.valueOf(row.getString(3)), row.getString(4), row.getString(5), row.getString(6));
        return new VoucherText(row.getString(1), row.getLong(2), fault);
    }

    private static void print(PrintWriter out, VoucherText voucher, Language language) {
        voucher.text(language).lines().forEach(line -> out.println("  " + line));
    }
}
