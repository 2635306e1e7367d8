package io.dayclose.intake.read;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when a file, or the rest of it, cannot be read; says in both languages what it is and what to do. */
public final class UnreadableFile extends IOException {
    private final transient Bilingual why;

    /** @param key of the sentence, without {@code unreadable.} before it */
    UnreadableFile(String key, Object... values) {
        this(sentence(key, values), null);
    }

    private UnreadableFile(Bilingual why, @Nullable Throwable cause) {
        super(why.en(), cause);
        this.why = why;
    }

    public Bilingual why() {
        return why;
    }

    /** The same failure in words for people; what has none of its own is damage of a kind nobody has named. */
    public static UnreadableFile of(Exception failure) {
        if (failure instanceof UnreadableFile known) {
            return known;
        }
        if (failure.getCause() instanceof UnreadableFile known) {
            return known;
        }
        var root = failure.getCause() == null ? failure : failure.getCause();
        return root instanceof EOFException
                ? new UnreadableFile(sentence("cut"), root)
                : new UnreadableFile(sentence("damaged", firstLine(root)), root);
    }

    private static String firstLine(Throwable failure) {
        var text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return text.lines().findFirst().orElse("");
    }

    private static Bilingual sentence(String key, Object... values) {
        return new Bilingual(
                Texts.of(Language.ZH).format("unreadable." + key, values),
                Texts.of(Language.EN).format("unreadable." + key, values));
    }
}
