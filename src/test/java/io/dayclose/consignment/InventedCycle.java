package io.dayclose.consignment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One carrier's cycle as it comes in on two nights: its statement may not foot, be paid short, be revised or be sent
 * again. Knows what must be found after each night.
 */
final class InventedCycle {
    private enum Fate {
        NOT_FOOTING,
        BANK_SHORT,
        REVISED,
        SENT_AGAIN,
        USUAL
    }

    private final InventedParcels parcels;
    private final Fate fate;
    private final String number;
    /** What the carrier forgot in its first revision, or the bank kept, or the header says too much. */
    private final long off;

    InventedCycle(String carrier, String neighbour, Random random) {
        parcels = new InventedParcels(carrier, neighbour, random);
        int chance = random.nextInt(100);
        fate = chance < 5
                ? Fate.NOT_FOOTING
                : chance < 15
                        ? Fate.BANK_SHORT
                        : chance < 25 ? Fate.REVISED : chance < 30 ? Fate.SENT_AGAIN : Fate.USUAL;
        number = carrier + "-11H1";
        off = parcels.between(60, 3000);
    }

    String carrier() {
        return parcels.carrier;
    }

    void first(CarrierInbox inbox) {
        inbox.parcels(parcels.parcels.toArray(FeedRow[]::new));
        parcels.back.forEach(inbox::back);
        var statement = firstStatement();
        inbox.statement(statement).receipt(paid(statement));
    }

    private FeedRow paid(WrittenStatement statement) {
        var receipt = statement.payment();
        return fate == Fate.BANK_SHORT
                ? receipt.with(
                        "amount", receipt.amount("amount").subtract(fen(off)).toPlainString())
                : receipt;
    }

    private WrittenStatement firstStatement() {
        var lines = new ArrayList<>(parcels.lines);
        if (fate == Fate.REVISED) {
            lines.set(0, shortened(lines.get(0)));
        }
        var statement = WrittenStatement.of(carrier(), number).lines(lines);
        if (fate == Fate.NOT_FOOTING) {
            statement.declared("gross", statement.sum("gross").add(fen(off)).toPlainString());
            statement.declared("net", statement.sum("net").add(fen(off)).toPlainString());
        }
        return statement;
    }

    /** The first parcel is always paid whole by the first line. */
    private FeedRow shortened(FeedRow line) {
        var gross = line.amount("gross").subtract(fen(off));
        var fee = gross.multiply(new BigDecimal("0.003")).setScale(2, RoundingMode.HALF_UP);
        return FeedRow.collect(line.get("waybill_no"), gross.toPlainString(), fee.toPlainString())
                .with("carrier_line_id", line.get("carrier_line_id"));
    }

    void second(CarrierInbox inbox) {
        if (fate == Fate.REVISED) {
            var right = secondStatement();
            var rest = right.sum("net").subtract(firstStatement().sum("net"));
            inbox.statement(right)
                    .receipt(FeedRow.receipt("S" + number, carrier(), rest.toPlainString(), number)
                            .with("received_on", "2026-11-25"));
        } else if (fate == Fate.SENT_AGAIN) {
            inbox.statement(firstStatement());
        }
        if (!parcels.late.isEmpty()) {
            inbox.paid(WrittenStatement.of(carrier(), carrier() + "-LATE").lines(parcels.late));
        }
    }

    private WrittenStatement secondStatement() {
        return WrittenStatement.of(carrier(), number).revision(2).lines(parcels.lines);
    }

    private static BigDecimal fen(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** The open breaks after the first night, as {@code TYPE debtor subject amount}. */
    List<String> afterFirst() {
        var known = new ArrayList<>(parcels.goods);
        if (fate == Fate.NOT_FOOTING) {
            known.add(parcels.known("FOOTING", number, off));
            parcels.due.forEach((waybill, due) -> known.add(parcels.known("NOT_REMITTED", waybill, due)));
            return known;
        }
        known.addAll(parcels.found);
        if (fate == Fate.BANK_SHORT) {
            known.add(parcels.known("BANK_GAP", number, off));
        } else if (fate == Fate.REVISED) {
            known.add(parcels.known("SHORT", parcels.lines.get(0).get("waybill_no"), off));
        }
        return known;
    }

    List<String> afterSecond() {
        var known = new ArrayList<>(afterFirst());
        if (fate == Fate.REVISED) {
            known.remove(known.size() - 1);
        }
        for (var line : parcels.late) {
            var cleared = "NOT_REMITTED %s %s %s".formatted(carrier(), line.get("waybill_no"), line.get("gross"));
            if (!known.remove(cleared)) {
                throw new IllegalStateException("a late line must clear a break: " + cleared);
            }
        }
        return known;
    }

    /** The gross of all lines that count after the first night, or after the second. */
    BigDecimal liveGross(boolean second) {
        var lines = new ArrayList<FeedRow>();
        if (fate != Fate.NOT_FOOTING) {
            lines.addAll(fate == Fate.REVISED && !second ? firstStatement().numbered() : parcels.lines);
        }
        return Stream.concat(lines.stream(), second ? parcels.late.stream() : Stream.empty())
                .map(line -> line.amount("gross"))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** What the carrier should have collected and paid. */
    BigDecimal due() {
        return fen(parcels.due.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What was let pass as within the tolerance. */
    BigDecimal tolerated() {
        return fen(fate == Fate.NOT_FOOTING ? 0 : parcels.tolerated);
    }
}
