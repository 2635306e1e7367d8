package io.dayclose.intake.repeat;

/**
 * What a file's keys were seen with, sixteen bytes a row: a hash of the key and one of the contents. Equal hashes are a
 * reason to look, never a finding.
 */
final class SeenKeys {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final double FULL = 0.7;

    private long[] keys = new long[1 << 10];
    private long[] contents = new long[keys.length];
    private int size;

    /** Whether a key was seen before with other contents; with the same it says nothing new. */
    boolean differs(long key, long content) {
        if (size >= keys.length * FULL) {
            grow();
        }
        long filled = key == 0 ? MIX : key;
        int slot = slot(filled);
        if (keys[slot] == filled) {
            return contents[slot] != content;
        }
        keys[slot] = filled;
        contents[slot] = content;
        size++;
        return false;
    }

    /** Whether a key was seen. */
    boolean has(long key) {
        long filled = key == 0 ? MIX : key;
        return keys[slot(filled)] == filled;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32 ^ key) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldContents = contents;
        keys = new long[oldKeys.length * 2];
        contents = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                contents[slot] = oldContents[i];
            }
        }
    }

    /** A hash that tells texts apart by every character, other than {@link String#hashCode}. */
    static long hash(long seed, String text) {
        long hash = seed ^ text.length() * MIX;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * MIX;
        return hash ^ hash >>> 29;
    }
}
