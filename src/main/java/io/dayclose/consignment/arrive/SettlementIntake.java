package io.dayclose.consignment.arrive;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.ParcelStatus;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.Receivable.Due;
import io.dayclose.consignment.Receivable.Track;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableEntry.What;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.arrive.Arrivals.Nights;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.database.InList;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Opens what dealers owe for consignment stock that they have sold; a settlement of more than was sold is blocked. */
public final class SettlementIntake {
    private final RoundStores stores;
    private final Nights nights;
    private @Nullable ConsignedSales sold;

    public SettlementIntake(RoundStores stores, Nights nights) {
        this.stores = stores;
        this.nights = nights;
    }

    /** Settlements that are new or changed, and those that are blocked. */
    public List<String> due() {
        var due = new TreeSet<>(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT settlement_no FROM consignment_settlement WHERE " + nights.in("night"),
                        String.class,
                        nights.dates().toArray()));
        due.addAll(stores.jdbc()
                .queryForList(
                        "SELECT subject FROM break_item WHERE is_open = 1 AND type = 'OVER_SETTLED'", String.class));
        return List.copyOf(due);
    }

    private record Sheet(String dealer, BigDecimal amount, LocalDate settledOn, LocalDate dueOn, long version) {}

    /** Opens or changes one; must run in a transaction. */
    public void open(String number) {
        var sheet = stores.jdbc()
                .query(
                        "SELECT MIN(dealer_code), SUM(amount), MIN(settled_on), MIN(due_on), SUM(version) FROM current_consignment_settlement WHERE settlement_no = ?",
                        (row, n) -> new Sheet(
                                row.getString(1),
                                row.getBigDecimal(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getLong(5)),
                        number)
                .get(0);
        var excess = excess(number, sheet);
        stores.breaks()
                .follow(
                        stores.breaks().overSettled(number),
                        excess.map(List::of).orElse(List.of()),
                        io.dayclose.consignment.store.BreakStore.Scope.DEALER);
        if (excess.isEmpty()) {
            keep(number, sheet);
            others(number, sheet);
        }
    }

    /** Of a dealer who was named by mistake nothing is owed. */
    private void others(String number, Sheet sheet) {
        stores.receivables()
                .settlementOfOthers(number, sheet.dealer())
                .forEach(kept -> keep(
                        number,
                        new Sheet(
                                kept.item().debtor(),
                                Rounding.NO_FEN,
                                sheet.settledOn(),
                                sheet.dueOn(),
                                sheet.version())));
    }

    /** What was paid beyond it waits again. */
    private void keep(String number, Sheet sheet) {
        var kind = ReceivableKind.CONSIGNMENT_SETTLEMENT;
        var before = stores.receivables().of(kind, sheet.dealer(), number);
        var facts = receivable(number, sheet);
        var item = before.map(kept -> kept.item().of(facts)).orElse(facts);
        var change =
                item.gross().subtract(before.map(kept -> kept.item().gross()).orElse(BigDecimal.ZERO));
        stores.receivables()
                .put(List.of(before.map(kept -> kept.with(item)).orElse(new Kept(item, stores.asOf(), null))));
        if (change.signum() != 0) {
            stores.entries()
                    .add(
                            ReceivableEntry.of(item, What.GROSS, change),
                            item.due().cycle());
            stores.entries().append();
        }
        if (item.open().signum() < 0) {
            new Receipts(stores).takeBack(new OfReceivable(kind, item.debtor(), number));
        }
    }

    private Receivable receivable(String number, Sheet sheet) {
        return new Receivable(
                ReceivableKind.CONSIGNMENT_SETTLEMENT,
                sheet.dealer(),
                number,
                number,
                sheet.dealer(),
                stores.agreements().currency(),
                sheet.amount(),
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                Rounding.NO_FEN,
                new Due(sheet.dueOn(), YearMonth.from(sheet.dueOn()).toString()),
                new Track(ParcelStatus.DELIVERED, sheet.settledOn(), "", "", "", null, sheet.version()),
                false,
                "");
    }

    /** Read when the first settlement is opened, for the dealers of all of them. */
    private ConsignedSales sold() {
        var known = sold;
        if (known == null) {
            var all = due();
            var dealers = all.isEmpty()
                    ? List.<String>of()
                    : stores.jdbc()
                            .queryForList(
                                    "SELECT DISTINCT dealer_code FROM consignment_settlement WHERE settlement_no IN ("
                                            + InList.marks(all) + ")",
                                    String.class,
                                    all.toArray());
            known = new ConsignedSales(stores.jdbc(), dealers, stores.asOf());
            sold = known;
        }
        return known;
    }

    /** What is settled beyond what was sold. */
    private Optional<Finding> excess(String number, Sheet sheet) {
        var amount = Rounding.toFen(sold().excess(sheet.dealer(), number, sheet.settledOn()));
        return amount.signum() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        BreakType.OVER_SETTLED,
                        sheet.dealer(),
                        number,
                        amount,
                        stores.asOf(),
                        Why.of("OVER_SETTLED", amount)));
    }
}
