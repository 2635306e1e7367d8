package io.dayclose.intake.read;

/** One row as it stands in a source; {@code damaged} when its cells cannot be told apart. */
public record SourceRow(long line, String[] cells, boolean damaged) {
    /** Begins a cell whose formula has no stored value; the formula follows. No text has this character. */
    public static final char UNSOLVED = '\uFFFF';

    SourceRow with(String[] other, boolean isDamaged) {
        return new SourceRow(line, other, isDamaged);
    }
}
