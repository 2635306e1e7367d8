package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.organisation.Organisation;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code whose kind stands in another column ({@code scope_kind} BRANCH, {@code payer_kind} DEALER) must be known. Kinds
 * that are no master data (COMPANY, CARRIER) are taken as they are.
 */
final class OwnerRule implements RecordRules {
    private static final Set<String> KINDS = Set.of("BRANCH", "OUTLET", "DEALER", "PERSON");

    private final Organisation organisation;
    private final int kind;
    private final int code;
    private final String column;

    OwnerRule(FeedSchema schema, Organisation organisation, String kindColumn, String codeColumn) {
        this.organisation = organisation;
        kind = schema.index(kindColumn);
        code = schema.index(codeColumn);
        column = codeColumn;
    }

    @Override
    public @Nullable Fault check(@Nullable Object[] values) {
        var kindName = (String) Objects.requireNonNull(values[kind]);
        var named = (String) Objects.requireNonNull(values[code]);
        return !KINDS.contains(kindName) || organisation.knows(kindName.toLowerCase(Locale.ROOT), named)
                ? null
                : new Fault(Reason.valueOf("UNKNOWN_" + kindName), column, named);
    }
}
