package io.dayclose.intake;

import io.dayclose.text.Message;
import java.util.List;

/** Something to be told once of a source as a whole, such as how many closing rows it has; its place is the source. */
public record Remark(Message message, List<Object> values) {

    public Remark {
        values = List.copyOf(values);
    }

    public static Remark of(Message message, Object... values) {
        return new Remark(message, List.of(values));
    }
}
