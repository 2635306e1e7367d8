package io.dayclose.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** The parcels of one carrier in one cycle, the lines it sends for them, and what must be found. Amounts in fen. */
final class InventedParcels {
    /** What becomes of a parcel and of the carrier's line for it. */
    enum Fate {
        WHOLE,
        NOT_REMITTED,
        LATE,
        SHORT,
        TOLERATED,
        OVER,
        FEE_WRONG,
        FEE_ALMOST_RIGHT,
        UNKNOWN_WAYBILL,
        WRONG_CARRIER,
        DUPLICATE,
        PAID_REFUSED,
        PAID_RETURNED,
        REFUSED,
        GOODS_NOT_BACK,
        PART_REFUSED,
        OTHER_CURRENCY,
        NOT_DELIVERED,
        SPLIT,
        BATCHED
    }

    private static final long LARGEST_FEE = 5000;

    final String carrier;
    final List<FeedRow> parcels = new ArrayList<>();
    final List<FeedRow> lines = new ArrayList<>();
    /** Lines that come a night later, in a statement of their own. */
    final List<FeedRow> late = new ArrayList<>();
    /** Waybills whose goods are in stock again. */
    final List<String> back = new ArrayList<>();
    /** Breaks of the lines. */
    final List<String> found = new ArrayList<>();
    /** Breaks of the goods. */
    final List<String> goods = new ArrayList<>();
    /** What is due, by waybill. */
    final TreeMap<String, Long> due = new TreeMap<>();

    long tolerated;

    private final Random random;
    private final String neighbour;
    private long batched;
    private String waybill = "";
    private long cod;

    InventedParcels(String carrier, String neighbour, Random random) {
        this.carrier = carrier;
        this.neighbour = neighbour;
        this.random = random;
        int count = (int) between(4, 12);
        for (int i = 1; i <= count; i++) {
            waybill = "%sP%02d".formatted(carrier, i);
            cod = between(10_000, 500_000);
            boolean plain = i == 1 || random.nextInt(100) < 40;
            become(plain ? Fate.WHOLE : Fate.values()[random.nextInt(Fate.values().length)], i);
        }
        if (batched > 0) {
            collect("", batched, 0);
            lines.add(lines.remove(lines.size() - 1).with("batch_ref", "B" + carrier));
        }
    }

    long between(long least, long most) {
        return least + random.nextInt((int) (most - least + 1));
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    String known(String type, String subject, long fen) {
        return "%s %s %s %s".formatted(type, carrier, subject, yuan(fen));
    }

    private void find(String type, String subject, long fen) {
        found.add(known(type, subject, fen));
    }

    /** 0.3 percent half-up, 50 yuan at most. */
    private static long agreedFee(long gross) {
        return Math.min((gross * 3 + 500) / 1000, LARGEST_FEE);
    }

    private void become(Fate fate, int number) {
        switch (fate) {
            case WHOLE, NOT_REMITTED, LATE, SHORT, TOLERATED, OVER, FEE_WRONG, FEE_ALMOST_RIGHT, SPLIT ->
                delivered(fate);
            case UNKNOWN_WAYBILL -> stranger(fate, carrier + "U%02d".formatted(number));
            case WRONG_CARRIER -> {
                if (number <= 4 && !neighbour.equals(carrier)) {
                    stranger(fate, neighbour + "P%02d".formatted(number));
                } else {
                    delivered(Fate.WHOLE);
                }
            }
            case DUPLICATE -> {
                delivered(Fate.WHOLE);
                lines.add(lines.get(lines.size() - 1));
                find("DUPLICATE_LINE", waybill, cod);
            }
            case OTHER_CURRENCY -> {
                delivered(Fate.NOT_REMITTED);
                collect(waybill, cod, 0);
                lines.add(lines.remove(lines.size() - 1).with("currency", "USD"));
                find("CURRENCY", waybill, cod);
            }
            case BATCHED -> {
                parcels.add(parcel("DELIVERED").with("batch_ref", "B" + carrier));
                due.put(waybill, cod);
                batched += cod;
            }
            default -> undelivered(fate);
        }
    }

    private void delivered(Fate fate) {
        parcels.add(parcel("DELIVERED"));
        due.put(waybill, cod);
        switch (fate) {
            case NOT_REMITTED, LATE -> {
                find("NOT_REMITTED", waybill, cod);
                if (fate == Fate.LATE) {
                    late.add(line(waybill, cod, 0));
                }
            }
            case SHORT -> {
                long missing = between(51, cod / 2);
                collect(waybill, cod - missing, 0);
                find("SHORT", waybill, missing);
            }
            case TOLERATED -> {
                long missing = between(1, 50);
                collect(waybill, cod - missing, 0);
                tolerated += missing;
            }
            case OVER -> {
                long more = between(51, 20_000);
                collect(waybill, cod + more, 0);
                find("OVER", waybill, more);
            }
            case FEE_WRONG -> {
                long wrong = between(6, 2000);
                collect(waybill, cod, agreedFee(cod) > wrong && random.nextBoolean() ? -wrong : wrong);
                find("FEE_VARIANCE", waybill, wrong);
            }
            case FEE_ALMOST_RIGHT -> collect(waybill, cod, between(-5, 5));
            case SPLIT -> {
                long part = between(1, cod - 1);
                collect(waybill, part, 0);
                collect(waybill, cod - part, 0);
            }
            default -> collect(waybill, cod, 0);
        }
    }

    /** A line on a waybill that is not this carrier's, beside a parcel that is paid. */
    private void stranger(Fate fate, String other) {
        delivered(Fate.WHOLE);
        long gross = between(10_000, 90_000);
        collect(other, gross, 0);
        find(fate.name(), other, gross);
    }

    private void undelivered(Fate fate) {
        switch (fate) {
            case PAID_REFUSED, PAID_RETURNED -> {
                parcels.add(parcel(fate.name().substring("PAID_".length())));
                back.add(waybill);
                collect(waybill, cod, 0);
                find(fate.name(), waybill, cod);
            }
            case REFUSED -> {
                parcels.add(parcel("REFUSED"));
                back.add(waybill);
            }
            case GOODS_NOT_BACK -> {
                parcels.add(parcel("REFUSED").with("status_on", "2026-11-%02d".formatted(between(1, 13))));
                goods.add(known(fate.name(), waybill, cod));
            }
            case PART_REFUSED -> {
                long refused = between(100, cod - 100);
                parcels.add(parcel("PART_REFUSED").with("refused_amount", yuan(refused)));
                back.add(waybill);
                due.put(waybill, cod - refused);
                collect(waybill, cod - refused, 0);
            }
            case NOT_DELIVERED -> {
                parcels.add(parcel("SHIPPED").with("status_on", ""));
                collect(waybill, cod, 0);
                find("STATUS", waybill, cod);
            }
            default -> throw new IllegalStateException(fate.name());
        }
    }

    private FeedRow parcel(String status) {
        var day = LocalDate.parse("2026-11-01").plusDays(between(0, 14));
        return FeedRow.parcel(carrier, waybill, yuan(cod))
                .with("shipped_on", day.minusDays(between(0, 3)).toString())
                .became(status, day.toString());
    }

    private void collect(String on, long gross, long feeMore) {
        lines.add(line(on, gross, feeMore));
    }

    private FeedRow line(String on, long gross, long feeMore) {
        return FeedRow.collect(on, yuan(gross), yuan(agreedFee(gross) + feeMore))
                .with("carrier_line_id", "L%s%02d".formatted(carrier, lines.size() + late.size()));
    }
}
