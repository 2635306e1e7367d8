package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Only an adjustment may be negative; every other movement takes its sign from its type. */
final class MovementRule implements RecordRules {
    private final int type;
    private final int quantity;

    MovementRule(FeedSchema schema) {
        type = schema.index("type");
        quantity = schema.index("quantity");
    }

    @Override
    public @Nullable Fault check(@Nullable Object[] values) {
        long pieces = (Long) Objects.requireNonNull(values[quantity]);
        return pieces >= 0 || "ADJUST".equals(values[type])
                ? null
                : new Fault(Reason.NEGATIVE_NUMBER, "quantity", String.valueOf(pieces), "≥ 0");
    }
}
