package io.dayclose.intake.read;

/** How far a packed file may swell: real figures shrink to a tenth, what shrinks to a thousandth was made to fill the disk. */
public final class ExpansionLimit {
    private static final long MOST = 200;
    private static final long ALWAYS_ALLOWED = 16L << 20;

    private long allowed;

    /** @param packed the size of the file, in bytes */
    ExpansionLimit(long packed) {
        allowed = Math.max(ALWAYS_ALLOWED, MOST * packed);
    }

    /** Counts unpacked bytes. */
    void add(long bytes) throws UnreadableFile {
        allowed -= bytes;
        if (allowed < 0) {
            throw new UnreadableFile("swells", MOST);
        }
    }
}
