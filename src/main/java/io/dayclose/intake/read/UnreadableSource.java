package io.dayclose.intake.read;

import io.dayclose.intake.SourceState;
import io.dayclose.text.Message;
import java.io.IOException;
import java.util.List;

/** Thrown when a source as a whole cannot be read; its bytes are kept and the others go on. */
public final class UnreadableSource extends RuntimeException {
    private final SourceState state;
    private final Message message;
    private final List<Object> values;

    public UnreadableSource(Message message, Object... values) {
        this(SourceState.UNREADABLE, message, values);
    }

    private UnreadableSource(SourceState state, Message message, Object[] values) {
        super(message.name());
        this.state = state;
        this.message = message;
        this.values = List.of(values);
    }

    /** One whose file cannot be read, or not to its end. */
    public static UnreadableSource of(IOException unreadable) {
        return new UnreadableSource(
                Message.FILE_UNREADABLE, UnreadableFile.of(unreadable).why());
    }

    /** One that can be read and is not believed. */
    public static UnreadableSource quarantined(Message message, Object... values) {
        return new UnreadableSource(SourceState.QUARANTINED, message, values);
    }

    /** What the source's state becomes. */
    public SourceState state() {
        return state;
    }

    public Message problem() {
        return message;
    }

    public Object[] values() {
        return values.toArray();
    }
}
