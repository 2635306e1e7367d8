package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/** What makes one feed's records valid beyond the types of their columns. */
interface RecordRules {
    /** The first rule the record breaks by itself or against master data, or null. */
    @Nullable
    Fault check(@Nullable Object[] values);

    /** Whether the record refers to other records of its feed and must wait until the night has read them all. */
    default boolean refersToOthers(@Nullable Object[] values) {
        return false;
    }

    /** Writes what is the same whether the sender has written it or not. */
    default void complete(@Nullable Object[] values) {
        // most records are as they stand
    }

    /** Whether this record may leave a column empty that others of its feed must fill. */
    default boolean allowsEmpty(Column column, @Nullable Object[] values) {
        return false;
    }

    /** Whether this record may have a negative number where others of its feed must not. */
    default boolean allowsNegative(Column column, @Nullable Object[] values) {
        return false;
    }

    static RecordRules of(FeedSchema schema, Organisation organisation) {
        return switch (schema.name()) {
            case "sale" -> new SaleRules(schema, organisation);
            case "consignment_settlement" -> new AmountRule(schema);
            case "receipt" -> new OwnerRule(schema, organisation, "payer_kind", "payer_code");
            case "stock_movement" -> new MovementRule(schema);
            case "target", "score" -> new OwnerRule(schema, organisation, "scope_kind", "scope_code");
            default -> values -> null;
        };
    }
}
