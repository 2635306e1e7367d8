package io.dayclose.stock;

import io.dayclose.stock.Event.Booked;
import io.dayclose.stock.Event.Counted;
import io.dayclose.stock.Event.In;
import io.dayclose.stock.Event.Original;
import io.dayclose.stock.Event.Out;
import io.dayclose.stock.Event.Returned;
import io.dayclose.stock.Event.Sold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product at one outlet, rolled forward day by day (stock.md, E2, E5, E13). Days must come in their order; whoever begins in the
 * middle begins with the shelves as they stood.
 */
public final class StockItem {
    private final Map<Ownership, FifoLayers> shelves = new EnumMap<>(Ownership.class);
    private final Map<String, Long> consigned = new HashMap<>();
    private final Map<LocalDate, LocalDate> takenFrom = new HashMap<>();
    private Map<Ownership, Flows> flows = Map.of();
    private List<Variance> variances = List.of();
    private Map<String, Long> split = Map.of();
    private LocalDate today = LocalDate.MIN;
    private LocalDate begins = LocalDate.MAX;

    public StockItem(FifoLayers owned, FifoLayers consigned) {
        shelves.put(Ownership.OWNED, owned);
        shelves.put(Ownership.CONSIGNED, consigned);
    }

    /**
     * What a count has found.
     *
     * @param calculated what should have been there at that instant
     */
    public record Variance(String count, long calculated, long counted) {
        public long quantity() {
            return counted - calculated;
        }
    }

    /**
     * A day of it.
     *
     * @param takenFrom the day of the first layer that sales or transfers took from
     * @param consigned of every line that took consigned goods: how many
     */
    public record Day(
            LocalDate date,
            Map<Ownership, Flows> flows,
            List<Variance> variances,
            @Nullable LocalDate takenFrom,
            Map<String, Long> consigned) {
        /** Sold less returned, of both ownerships. */
        public long sold() {
            long net = 0;
            for (var each : flows.values()) {
                net += each.of(Flow.SOLD) - each.of(Flow.RETURNED);
            }
            return net;
        }
    }

    public FifoLayers shelf(Ownership ownership) {
        return shelves.getOrDefault(ownership, FifoLayers.empty());
    }

    /** All that stands there. */
    public long closing() {
        return shelf(Ownership.OWNED).closing() + shelf(Ownership.CONSIGNED).closing();
    }

    /** Rolls it forward over the events of a day, in their order. */
    public Day roll(LocalDate date, List<Event> events) {
        today = date;
        begins = date.isBefore(begins) ? date : begins;
        flows = new EnumMap<>(Ownership.class);
        flows.put(Ownership.OWNED, new Flows());
        flows.put(Ownership.CONSIGNED, new Flows());
        variances = new ArrayList<>();
        split = new HashMap<>();
        takenFrom.remove(date);
        events.forEach(this::happen);
        consigned.putAll(split);
        return new Day(date, flows, List.copyOf(variances), takenFrom.get(date), split);
    }

    private void happen(Event event) {
        if (event instanceof In in) {
            put(in.flow(), in.ownership(), in.layer());
        } else if (event instanceof Out out) {
            move(out.flow(), out.ownership(), -out.quantity());
        } else if (event instanceof Sold sold) {
            sell(sold);
        } else if (event instanceof Returned back) {
            giveBack(back);
        } else if (event instanceof Counted counted) {
            count(counted);
        } else if (event instanceof Booked booked) {
            book(booked);
        }
    }

    private void put(Flow flow, Ownership ownership, Layer layer) {
        shelf(ownership).put(layer);
        flow(ownership).add(flow, layer.quantity());
    }

    /** Adds or takes; what comes without a layer of its own came today. */
    private void move(Flow flow, Ownership ownership, long change) {
        if (change > 0) {
            shelf(ownership).put(new Layer(today, null, "", change));
        } else {
            var oldest = shelf(ownership).take(-change);
            if (flow == Flow.SOLD || flow == Flow.TRANSFER_OUT) {
                oldest.ifPresent(day -> takenFrom.merge(today, day, (a, b) -> a.isBefore(b) ? a : b));
            }
        }
        flow(ownership).add(flow, flow.sign() * change);
    }

    private Flows flow(Ownership ownership) {
        return flows.getOrDefault(ownership, new Flows());
    }

    private void sell(Sold sold) {
        long ofOurs = consignedPart(sold.quantity());
        move(Flow.SOLD, Ownership.CONSIGNED, -ofOurs);
        move(Flow.SOLD, Ownership.OWNED, ofOurs - sold.quantity());
        if (!sold.line().isEmpty() && ofOurs > 0) {
            split.put(sold.line(), ofOurs);
        }
    }

    private long consignedPart(long quantity) {
        return Math.min(quantity, Math.max(0, shelf(Ownership.CONSIGNED).closing()));
    }

    private void giveBack(Returned back) {
        long ofOurs = back.original().map(original -> ofOurs(back, original)).orElse(0L);
        var layer = back.original().flatMap(this::layerOf).orElse(today);
        restore(Ownership.CONSIGNED, ofOurs, layer);
        restore(Ownership.OWNED, back.quantity() - ofOurs, layer);
    }

    private void restore(Ownership ownership, long quantity, LocalDate layer) {
        if (quantity > 0) {
            put(Flow.RETURNED, ownership, new Layer(layer, null, "", quantity));
        }
    }

    /** Owned goods were taken last, so they come back first. */
    private long ofOurs(Returned back, Original original) {
        long taken = isRolled(original)
                ? split.getOrDefault(original.line(), consigned.getOrDefault(original.line(), 0L))
                : original.consigned();
        long owned = original.quantity() - taken;
        long until = Math.max(0, back.back() + back.quantity() - owned);
        long before = Math.max(0, back.back() - owned);
        return Math.min(back.quantity(), Math.min(until, taken) - Math.min(before, taken));
    }

    private Optional<LocalDate> layerOf(Original original) {
        return Optional.ofNullable(isRolled(original) ? takenFrom.get(original.soldOn()) : original.takenFrom());
    }

    /** Whether it is told here and now what the original took; what was known of it before may not hold any more. */
    private boolean isRolled(Original original) {
        return original.here() && !original.soldOn().isBefore(begins);
    }

    /** Goods that are missing are ours as long as there are any, as if they had been sold; goods too many are on the same side. */
    private void count(Counted counted) {
        var variance = new Variance(counted.count(), closing(), counted.quantity());
        variances.add(variance);
        long found = variance.quantity();
        if (found < 0) {
            long ofOurs = consignedPart(-found);
            move(Flow.COUNTED, Ownership.CONSIGNED, -ofOurs);
            move(Flow.COUNTED, Ownership.OWNED, found + ofOurs);
        } else {
            boolean ours = shelf(Ownership.CONSIGNED).closing() > 0;
            move(Flow.COUNTED, ours ? Ownership.CONSIGNED : Ownership.OWNED, found);
        }
    }

    private void book(Booked booked) {
        flow(booked.ownership()).add(Flow.ADJUSTED, booked.quantity());
        flow(booked.ownership()).add(Flow.COUNTED, -booked.quantity());
    }
}
