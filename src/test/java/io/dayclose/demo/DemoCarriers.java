package io.dayclose.demo;

import io.dayclose.demo.DemoShipments.Shipment;
import io.dayclose.demo.DemoSpan.Cycle;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the carriers say they collected: one statement and its lines for each half month. The last statement of each has
 * what statements have now and then: a parcel forgotten, one paid short, one charged too much, one twice, one refused. Those before
 * lack some fen each, and one parcel comes a statement late.
 */
final class DemoCarriers {
    private static final BigDecimal FEE = new BigDecimal("0.003");
    private static final BigDecimal MOST = new BigDecimal("50.00");
    private static final BigDecimal NONE = new BigDecimal("0.00");

    /** A statement that is worth a slip has so many parcels at least. */
    private static final int MANY = 10;

    private final DemoSpan span;
    private final List<Shipment> shipments;
    private final List<Statement> statements = new ArrayList<>();

    /** @param identity the carrier's own number of the line */
    private record Line(
            String identity,
            String waybill,
            String batch,
            String type,
            BigDecimal gross,
            BigDecimal fee,
            LocalDate collectedOn) {

        static Line collected(Shipment parcel, BigDecimal gross) {
            var waybill = parcel.waybill();
            return new Line("L" + waybill, waybill, "", "代收", gross, agreed(gross), parcel.arrivedOn());
        }

        static Line dispatch(List<Shipment> parcels) {
            var gross = parcels.stream().map(Shipment::collected).reduce(NONE, BigDecimal::add);
            var batch = parcels.get(0).batch();
            var arrived = parcels.get(0).arrivedOn();
            return new Line("L" + batch, "", batch, "代收", gross, agreed(gross), arrived);
        }

        private static BigDecimal agreed(BigDecimal gross) {
            return Rounding.toFen(gross.multiply(FEE)).min(MOST);
        }

        Line charged(String more) {
            return new Line(identity, waybill, batch, type, gross, fee.add(new BigDecimal(more)), collectedOn);
        }

        BigDecimal net() {
            return gross.subtract(fee);
        }
    }

    record Statement(String carrier, Cycle cycle, List<Line> lines) {
        String number() {
            return carrier + "-" + cycle.code();
        }

        BigDecimal gross() {
            return lines.stream().map(Line::gross).reduce(NONE, BigDecimal::add);
        }

        BigDecimal net() {
            return lines.stream().map(Line::net).reduce(NONE, BigDecimal::add);
        }

        void write(Path inbox) {
            var head = new DemoPaper(
                    "remittance-statement-" + number() + ".csv", "", "物流公司 对账单号 版本号 起始日期 截止日期 笔数 代收金额 手续费 应付净额");
            var fee = gross().subtract(net());
            head.add(carrier, number(), 1, cycle.from(), cycle.to(), lines.size(), gross(), fee, net());
            head.writeCsv(inbox);
            var body = new DemoPaper(
                    "remittance-line-" + number() + ".csv", "", "物流公司 对账单号 版本号 序号 运单号 批次号 类型 代收金额 手续费 净额 收款日期 流水号");
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                body.add(
                        carrier,
                        number(),
                        1,
                        i + 1,
                        line.waybill(),
                        line.batch(),
                        line.type(),
                        line.gross(),
                        line.fee(),
                        line.net(),
                        line.collectedOn(),
                        line.identity());
            }
            body.writeCsv(inbox);
        }
    }

    DemoCarriers(DemoSpan span, DemoShipments shipments) {
        this.span = span;
        this.shipments = shipments.all();
        DemoShipments.CARRIERS.forEach(this::settle);
    }

    List<Statement> statements() {
        return statements;
    }

    private void settle(String carrier) {
        var cycles = span.settledCycles();
        var late = new ArrayList<Line>();
        for (int c = 0; c < cycles.size(); c++) {
            var cycle = cycles.get(c);
            var lines = collected(carrier, cycle);
            payDispatch(lines, arrived(carrier, cycle));
            claims(carrier, cycle).forEach(lines::add);
            var before = List.copyOf(late);
            late.clear();
            if (c == cycles.size() - 1) {
                slip(lines, carrier, cycle);
            } else {
                late.addAll(skim(lines, onTheirOwn(lines, carrier, cycle), cycles.size() - 1 - c));
            }
            lines.addAll(before);
            statements.add(new Statement(carrier, cycle, lines));
        }
    }

    /** Parcels of a half month that have a line of their own. */
    private List<Shipment> onTheirOwn(List<Line> lines, String carrier, Cycle cycle) {
        return arrived(carrier, cycle).stream()
                .filter(parcel -> lines.contains(Line.collected(parcel, parcel.collected())))
                .toList();
    }

    /**
     * What is wrong with the statements before the last one: each time a few fen less, the last time also a parcel forgotten for good.
     *
     * @param toGo how many statements are still to come
     * @return what comes with the next statement only
     */
    private static List<Line> skim(List<Line> lines, List<Shipment> parcels, int toGo) {
        if (parcels.size() < MANY) {
            return List.of();
        }
        shorten(lines, parcels.get(1), "0." + (4 - Math.min(toGo, 3)) + "0");
        if (toGo > 1) {
            return List.of();
        }
        lines.remove(Line.collected(parcels.get(2), parcels.get(2).collected()));
        var late = Line.collected(parcels.get(3), parcels.get(3).collected());
        lines.remove(late);
        return List.of(late);
    }

    private List<Shipment> arrived(String carrier, Cycle cycle) {
        return shipments.stream()
                .filter(parcel -> parcel.carrier().equals(carrier) && parcel.hasStatusIn(cycle))
                .toList();
    }

    private List<Line> collected(String carrier, Cycle cycle) {
        return new ArrayList<>(arrived(carrier, cycle).stream()
                .filter(parcel -> parcel.collected().signum() > 0)
                .map(parcel -> Line.collected(parcel, parcel.collected()))
                .toList());
    }

    /** For a parcel it lost a carrier pays four fifths of the goods. */
    private List<Line> claims(String carrier, Cycle cycle) {
        return arrived(carrier, cycle).stream()
                .filter(parcel -> parcel.status().equals("LOST"))
                .map(parcel -> new Line(
                        "C" + parcel.waybill(),
                        parcel.waybill(),
                        "",
                        "理赔",
                        Rounding.toFen(parcel.cod().multiply(new BigDecimal("0.8"))),
                        NONE,
                        cycle.to()))
                .toList();
    }

    private void slip(List<Line> lines, String carrier, Cycle cycle) {
        var parcels = onTheirOwn(lines, carrier, cycle);
        lines.remove(Line.collected(parcels.get(0), parcels.get(0).collected()));
        shorten(lines, parcels.get(1), "50.00");
        shorten(lines, parcels.get(2), "0.40");
        var dear = lines.indexOf(Line.collected(parcels.get(3), parcels.get(3).collected()));
        lines.set(dear, lines.get(dear).charged("5.00"));
        lines.add(Line.collected(parcels.get(4), parcels.get(4).collected()));
        arrived(carrier, cycle).stream()
                .filter(parcel -> parcel.status().equals("REFUSED"))
                .limit(1)
                .forEach(parcel -> lines.add(Line.collected(parcel, parcel.cod())));
        lines.add(new Line(
                "L9",
                carrier + "139999999999",
                "",
                "代收",
                new BigDecimal("320.00"),
                new BigDecimal("0.96"),
                cycle.to()));
    }

    /** One line for all parcels of one day, where each of them arrived in this half month. */
    private void payDispatch(List<Line> lines, List<Shipment> arrived) {
        arrived.stream()
                .map(Shipment::batch)
                .distinct()
                .map(batch -> shipments.stream()
                        .filter(parcel -> parcel.batch().equals(batch))
                        .toList())
                .filter(parcels -> parcels.size() > 1
                        && arrived.containsAll(parcels)
                        && parcels.stream().allMatch(parcel -> parcel.status().equals("DELIVERED")))
                .reduce((earlier, later) -> later)
                .ifPresent(parcels -> {
                    parcels.forEach(parcel -> lines.remove(Line.collected(parcel, parcel.collected())));
                    lines.add(Line.dispatch(parcels));
                });
    }

    private static void shorten(List<Line> lines, Shipment parcel, String by) {
        int place = lines.indexOf(Line.collected(parcel, parcel.collected()));
        lines.set(place, Line.collected(parcel, parcel.collected().subtract(new BigDecimal(by))));
    }
}
