package io.dayclose.cli;

import io.dayclose.text.Language;
import java.util.Locale;

/** What the program speaks before, and after, it has read which language the company speaks. */
final class Terminal {
    private static volatile Language language =
            Language.ofTag(Locale.getDefault().toLanguageTag());

    private Terminal() {}

    static Language language() {
        return language;
    }

    static void speak(Language spoken) {
        language = spoken;
    }

    /** Whether somebody looks at standard error, so that a line may be written over. */
    static boolean isLive() {
        return System.console() != null && System.getenv("TERM") != null && !"dumb".equals(System.getenv("TERM"));
    }
}
