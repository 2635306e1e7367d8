package io.dayclose.intake.repeat;

import java.util.Arrays;

/** A hash of what a row says. Cells that are the very texts of the row before are not gone through again. */
final class RowHash {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private String[] cells = {};
    private long[] hashes = {};

    long of(String[] row) {
        if (row.length > cells.length) {
            cells = Arrays.copyOf(cells, row.length);
            hashes = Arrays.copyOf(hashes, row.length);
        }
        long hash = row.length;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != cells[i]) {
                cells[i] = row[i];
                hashes[i] = SeenKeys.hash(i, row[i]);
            }
            hash = (hash ^ hashes[i]) * MIX;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
