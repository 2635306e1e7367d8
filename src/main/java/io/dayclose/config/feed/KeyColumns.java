package io.dayclose.config.feed;

import org.jspecify.annotations.Nullable;

/** The columns of a feed's natural key, looked up once: records come by the million. */
public final class KeyColumns {
    private final int[] indexes;

    public KeyColumns(FeedSchema schema) {
        indexes = schema.key().stream().mapToInt(schema::index).toArray();
    }

    public int[] indexes() {
        return indexes;
    }

    /** The natural key as one text, as people see it: {@code S1001/2}; empty parts at the end are left out. */
    public String text(@Nullable Object[] values) {
        var text = new StringBuilder();
        int end = 0;
        for (int i = 0; i < indexes.length; i++) {
            var value = values[indexes[i]];
            boolean empty = value == null || value.equals(FeedSchema.ALWAYS) || value.equals("");
            text.append(i > 0 ? "/" : "").append(empty ? "" : value);
            end = empty ? end : text.length();
        }
        text.setLength(end);
        return text.toString();
    }
}
