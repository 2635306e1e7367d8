package io.dayclose.stock;

/** Whose goods stand on a shelf: the outlet's own, or ours until they are sold (代销). */
public enum Ownership {
    OWNED,
    CONSIGNED
}
