package io.dayclose.cli;

import io.dayclose.inquiry.NightFigures;
import io.dayclose.inquiry.NightFigures.NewVoucher;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.VoucherText;
import io.dayclose.run.Work;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.io.PrintWriter;
import java.time.LocalDate;

/** The first returned and refused vouchers of a night, in words. */
final class VoucherList {
    private static final int FIRST = 5;
    private final Work work;
    private final LocalDate night;

    VoucherList(Work work, LocalDate night) {
        this.work = work;
        this.night = night;
    }

    void print(PrintWriter out) {
        var first = new NightFigures(work.jdbc(), night).newVouchers(FIRST);
        if (first.isEmpty()) {
            return;
        }
        var language = work.home().company().language();
        out.println();
        out.println("  "
                + Texts.of(language)
                        .format("summary.vouchers", first.size(), first.get(0).number()));
        first.forEach(voucher -> print(out, text(voucher), language));
    }

    private static VoucherText text(NewVoucher voucher) {
        var fault =
                new Fault(Reason.valueOf(voucher.reason()), voucher.columnName(), voucher.value(), voucher.expected());
        return new VoucherText(voucher.source(), voucher.line(), fault);
    }

    private static void print(PrintWriter out, VoucherText voucher, Language language) {
        voucher.text(language).lines().forEach(line -> out.println("  " + line));
    }
}
