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
        return Math.subtractExact(in(), out());
    }

    /** What has come, corrections and counts upwards with it. */
    public long in() {
        return sum(1);
    }

    /** What has gone, corrections and counts downwards with it. */
    public long out() {
        return sum(-1);
    }

    private long sum(int sign) {
        long sum = 0;
        for (var flow : ALL) {
            sum = Math.addExact(sum, Math.max(0, sign * flow.sign() * of(flow)));
        }
        return sum;
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
