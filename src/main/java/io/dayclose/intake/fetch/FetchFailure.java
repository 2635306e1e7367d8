package io.dayclose.intake.fetch;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;

/** Thrown where a server does not deliver: down, silent, not the one it should be, or not willing to let us in. */
public final class FetchFailure extends Exception {
    private final transient Bilingual why;

    private FetchFailure(Bilingual why) {
        super(why.en());
        this.why = why;
    }

    /** @param key of the sentence, below {@code fetch.} */
    static FetchFailure of(String key, Object... values) {
        return new FetchFailure(sentence(key, values));
    }

    static Bilingual sentence(String key, Object... values) {
        return new Bilingual(
                Texts.of(Language.ZH).format("fetch." + key, values),
                Texts.of(Language.EN).format("fetch." + key, values));
    }

    public Bilingual why() {
        return why;
    }

    /** The first line of what a library says of a failure; its name where it says nothing. */
    static String said(Throwable failed) {
        var message = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return message.isBlank() || message.equals("null") ? failed.getClass().getSimpleName() : message.strip();
    }
}
