package io.dayclose.demo;

import io.dayclose.demo.DemoCarriers.Statement;
import io.dayclose.demo.DemoConsignment.Settlement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bank's list of each month: carriers' remittances and dealers' payments, most of them whole and in time. */
final class DemoReceipts {
    private static final BigDecimal ROUND = new BigDecimal("10000");

    private final DemoSpan span;
    private final List<Receipt> receipts = new ArrayList<>();

    /** @param purpose what the payer wrote */
    private record Receipt(
            LocalDate day, String kind, String payer, BigDecimal amount, String reference, String purpose) {}

    DemoReceipts(DemoSpan span, DemoCarriers carriers, DemoConsignment consignment) {
        this.span = span;
        carriers.statements().forEach(this::remitted);
        consignment.settlements().forEach(this::paid);
        receipts.removeIf(receipt -> !span.holds(receipt.day()));
        receipts.sort(Comparator.comparing(Receipt::day));
    }

    /** Once the bank kept thirty for itself. */
    private void remitted(Statement statement) {
        boolean last = statement.cycle().payBy().plusDays(10).isAfter(span.last());
        var kept = last && statement.carrier().equals("DB") ? new BigDecimal("30.00") : BigDecimal.ZERO;
        receipts.add(new Receipt(
                statement.cycle().payBy().minusDays(1),
                "物流公司",
                statement.carrier(),
                statement.net().subtract(kept),
                statement.number(),
                "代收货款"));
    }

    /**
     * The fifth dealer pays late, the sixth has stopped a month ago, the seventh pays too little, the eighth does not say what for, and
     * the last time not all of it.
     */
    private void paid(Settlement settlement) {
        int dealer = settlement.dealer();
        boolean lately = settlement.dueOn().isAfter(span.last().minusDays(21));
        if (dealer == 5 && lately) {
            return;
        }
        receipts.add(new Receipt(
                settlement.dueOn().plusDays(dealer == 4 ? 12 : -2),
                "代理商",
                DemoPlaces.dealer(dealer),
                dealer == 7 && lately
                        ? settlement.amount().divideToIntegralValue(ROUND).multiply(ROUND)
                        : due(settlement),
                dealer == 7 ? null : settlement.number(),
                "代销货款"));
    }

    private static BigDecimal due(Settlement settlement) {
        return settlement.dealer() == 6 ? settlement.amount().subtract(new BigDecimal("500.00")) : settlement.amount();
    }

    void write(Path inbox) {
        for (var month : span.months()) {
            var paper = new DemoPaper("receipt-" + month + ".csv", "", "交易流水号 到账日期 付款方类型 付款方编码 到账金额 附言 用途 币种");
            int n = 0;
            for (var receipt : receipts) {
                if (YearMonth.from(receipt.day()).equals(month)) {
                    paper.add(
                            "YH%s%04d".formatted(month.toString().replace("-", ""), ++n),
                            receipt.day(),
                            receipt.kind(),
                            receipt.payer(),
                            DemoPaper.typed(receipt.amount(), n),
                            receipt.reference(),
                            receipt.purpose(),
                            "CNY");
                }
            }
            if (month.equals(YearMonth.from(span.last()))) {
                DemoMistakes.receipts(paper, span.last());
            }
            paper.writeCsv(inbox);
        }
    }
}
