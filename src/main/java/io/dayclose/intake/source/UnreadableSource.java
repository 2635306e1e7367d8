package io.dayclose.intake.source;

import io.dayclose.text.Message;
import java.util.List;

/** Thrown when a source as a whole cannot be read; its bytes are kept and the others go on. */
public final class UnreadableSource extends RuntimeException {
    private final Message message;
    private final List<Object> values;

    public UnreadableSource(Message message, Object... values) {
        super(message.name());
        this.message = message;
        this.values = List.of(values);
    }

    public Message problem() {
        return message;
    }

    public Object[] values() {
        return values.toArray();
    }
}
