package io.dayclose.intake.check;

/**
 * How often lines that refer to others are shown, in order of time: again and again while anything is accepted, and once more
 * for their faults. Returns that name only a document are looked at when nothing else is accepted any more, so that a line
 * somebody names is not taken by one that could have had another.
 */
public final class Passes {
    private boolean progress = true;
    private boolean postponed;
    private boolean all;
    private boolean last;

    /** Begins another pass, or says that there is none to come. */
    public boolean begin() {
        if (last) {
            return false;
        }
        boolean stuck = !progress;
        last = stuck && (all || !postponed);
        all = stuck;
        postponed = false;
        progress = false;
        return true;
    }

    /** Whether what is not accepted in this pass never will be tonight. */
    public boolean isLast() {
        return last;
    }

    /** Whether a line that names only a document has to wait until no other is accepted. */
    public boolean postpones() {
        postponed |= !all;
        return !all;
    }

    public void accepted() {
        progress = true;
    }
}
