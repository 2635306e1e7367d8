package io.dayclose.text;

import java.util.List;

/** Something a person must mend: where it is, and which sentence says what is wrong and what to do. */
public record Problem(String place, Message message, List<Object> values) {

    public Problem {
        values = List.copyOf(values);
    }

    public static Problem at(String place, Message message, Object... values) {
        return new Problem(place, message, List.of(values));
    }

    /** The one line a person reads: place, what is wrong, what to do, code. */
    public String text(Language language) {
        return place + ": " + message.in(language, values.toArray());
    }
}
