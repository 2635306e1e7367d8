package io.dayclose.stock;

/** A day's quantities of one product at one outlet under one ownership, reason by reason: closing = opening + those that add - the others. */
public final class Flows {
    private static final Flow[] ALL = Flow.values();

    private final long[] quantities = new long[ALL.length];

    void add(Flow flow, long quantity) {
        quantities[flow.ordinal()] = Math.addExact(quantities[flow.ordinal()], quantity);
    }

    public long of(Flow flow) {
        return quantities[flow.ordinal()];
    }

    /** What all of them change. */
    public long net() {
        long net = 0;
        for (var flow : ALL) {
            net = Math.addExact(net, flow.sign() * of(flow));
        }
        return net;
    }

    public boolean isNone() {
        for (long quantity : quantities) {
            if (quantity != 0) {
                return false;
            }
        }
        return true;
    }
}
