package io.dayclose.report;

/**
 * Whether one feed's data of a night is complete.
 *
 * @param expected by when it should come, empty when nothing is agreed
 * @param came how many files or queries brought it
 * @param accepted how many records became facts that night
 * @param returned how many vouchers were open at the end of that night
 */
public record FeedState(String feed, String expected, long came, long accepted, long returned) {

    /** Whether it was expected and did not come. */
    public boolean isMissing() {
        return !expected.isEmpty() && came == 0;
    }

    /** Whether anything of it was expected, came, or is open. */
    public boolean isWorthTelling() {
        return !expected.isEmpty() || came > 0 || returned > 0;
    }
}
