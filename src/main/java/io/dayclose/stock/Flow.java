package io.dayclose.stock;

/** Why stock moves (stock.md, E2), and whether that adds or takes away. A correction or a count may do either: its sign says which. */
public enum Flow {
    RECEIVED(1),
    SOLD(-1),
    RETURNED(1),
    TRANSFER_IN(1),
    TRANSFER_OUT(-1),
    PULLED_BACK(-1),
    DAMAGED(-1),
    GIFTED(-1),
    ADJUSTED(1),
    COUNTED(1);

    private final int sign;

    Flow(int sign) {
        this.sign = sign;
    }

    public int sign() {
        return sign;
    }
}
