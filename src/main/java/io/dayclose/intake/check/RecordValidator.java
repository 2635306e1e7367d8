package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.config.feed.KeyColumns;
import io.dayclose.intake.Decision;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.parse.Parsed;
import io.dayclose.organisation.Organisation;
import io.dayclose.text.Shortened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one record, from the record and master data alone. ACCEPTED here still means "if it is new":
 * duplicates and corrections show when it meets the facts.
 */
public final class RecordValidator {
    private static final int LONGEST_KEY = 255;

    private final FeedSchema schema;
    private final Organisation organisation;
    private final LocalDate night;
    private final RecordRules rules;
    private final MasterDiscovery learner;
    private final KeyColumns key;
    private final int validFromIndex;
    private final int dateIndex;
    private final int amountIndex;
    private final int minusIndex;
    private final int voidIndex;
    private final BranchOf branch;

    public RecordValidator(Feed feed, Organisation organisation, LocalDate night) {
        schema = feed.schema();
        this.organisation = organisation;
        this.night = night;
        rules = RecordRules.of(schema, organisation);
        learner = new MasterDiscovery(feed.learn(), organisation);
        dateIndex = schema.date().map(schema::index).orElse(-1);
        amountIndex = schema.amount().map(schema::index).orElse(-1);
        minusIndex = schema.minus().map(minus -> schema.index(minus.column())).orElse(-1);
        voidIndex = schema.index("void");
        key = new KeyColumns(schema);
        validFromIndex = schema.isKey("valid_from") ? schema.index("valid_from") : -1;
        branch = new BranchOf(schema, organisation);
    }

    /** The master data learned since the last call. */
    public Learned learned() {
        return learner.drain();
    }

    /** For lines that refer to others, with what the facts say of them. */
    public SaleReferences settlement(SaleReferences.Books books) {
        return new SaleReferences(schema, books, new Presence(organisation));
    }

    public ValidatedRecord judge(Parsed parsed, ValidatedRecord.Origin origin, long voucherId) {
        var values = parsed.values();
        if (validFromIndex >= 0 && values[validFromIndex] == null && parsed.texts()[validFromIndex].isEmpty()) {
            values[validFromIndex] = FeedSchema.ALWAYS;
        }
        rules.complete(values);
        var fault = fault(parsed);
        var decision = fault != null
                ? fault.reason().decision()
                : rules.refersToOthers(values) ? Decision.PENDING : Decision.ACCEPTED;
        var date = date(values);
        return new ValidatedRecord(
                origin,
                values,
                parsed::canonicalTexts,
                key(parsed),
                decision,
                fault,
                date,
                decision == Decision.ACCEPTED ? null : branch.find(values, date == null ? night : date),
                amount(values),
                voucherId,
                0);
    }

    /** The same record with a fault that only its file, or its night, could tell; its branch gets it back. */
    public ValidatedRecord returned(ValidatedRecord judged, Fault fault) {
        var date = judged.businessDate();
        var back = judged.decidedAs(fault.reason().decision(), fault);
        var owner = branch.find(judged.values(), date == null ? night : date);
        return owner == null ? back : back.from(owner);
    }

    private @Nullable Fault fault(Parsed parsed) {
        var unreadable = parsed.faults().stream().map(this::graver).min(RecordValidator::refusedFirst);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        var empty = missing(parsed);
        if (empty != null) {
            return empty;
        }
        var date = date(parsed.values());
        if (date != null && date.isAfter(night)) {
            return new Fault(
                    Reason.FUTURE_DATED, schema.columns().get(dateIndex).name(), date.toString(), "≤ " + night);
        }
        var unknown = isVoid(parsed.values()) ? null : reference(parsed.values());
        return unknown != null ? unknown : rules.check(parsed.values());
    }

    private static int refusedFirst(Fault a, Fault b) {
        return Boolean.compare(
                b.reason().decision() == Decision.REFUSED, a.reason().decision() == Decision.REFUSED);
    }

    /** A record whose key cannot be read can never be replaced by its key. */
    private Fault graver(Fault fault) {
        boolean key = schema.isKey(fault.column()) && fault.reason().decision() == Decision.RETURNED;
        return key ? new Fault(Reason.BAD_KEY, fault.column(), fault.value(), fault.expected()) : fault;
    }

    private @Nullable Fault missing(Parsed parsed) {
        var values = parsed.values();
        for (int i = 0; i < values.length; i++) {
            var column = schema.columns().get(i);
            if (values[i] == null && !column.optional() && schema.isKey(column.name())) {
                return empty(Reason.MISSING_KEY, column, parsed);
            }
            if (!column.signed() && isNegative(values[i]) && !rules.allowsNegative(column, values)) {
                return new Fault(Reason.NEGATIVE_NUMBER, column.name(), plain(values[i]), "≥ 0");
            }
        }
        for (int i = 0; i < values.length; i++) {
            var column = schema.columns().get(i);
            if (values[i] == null && !column.optional() && !isVoid(values) && !rules.allowsEmpty(column, values)) {
                return empty(Reason.MISSING_VALUE, column, parsed);
            }
        }
        return null;
    }

    /** What an expression has left empty is mended in the cells it reads. */
    private static Fault empty(Reason reason, Column column, Parsed parsed) {
        return new Fault(reason, column.name(), "", parsed.emptied().getOrDefault(column.name(), ""));
    }

    private static boolean isNegative(@Nullable Object value) {
        return value instanceof BigDecimal decimal && decimal.signum() < 0 || value instanceof Long whole && whole < 0;
    }

    private static String plain(@Nullable Object number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
    }

    private boolean isVoid(@Nullable Object[] values) {
        return voidIndex >= 0 && "Y".equals(values[voidIndex]);
    }

    private @Nullable Fault reference(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            var column = schema.columns().get(i);
            if (column.strict()
                    && values[i] instanceof String code
                    && !exists(column, code, values)
                    && !learner.learns(column, code, date(values))) {
                var reason = "UNKNOWN_" + column.reference().orElse("").toUpperCase(Locale.ROOT);
                var when = date(values);
                return new Fault(Reason.valueOf(reason), column.name(), code, when == null ? "" : when.toString());
            }
        }
        return null;
    }

    private boolean exists(Column column, String code, @Nullable Object[] values) {
        var feed = column.reference().orElse("");
        var date = date(values);
        return date == null
                ? organisation.knows(feed, code)
                : organisation.find(feed, code, date).isPresent();
    }

    /** The business date, or null when the feed has none or it could not be read. */
    private @Nullable LocalDate date(@Nullable Object[] values) {
        return dateIndex < 0 ? null : FeedSchema.day(values[dateIndex]);
    }

    /** The natural key as people see it, of a row that can be read. */
    public String key(Parsed parsed) {
        var text = key.text(parsed.faults().isEmpty() ? parsed.values() : parsed.canonicalTexts());
        return Shortened.to(text, LONGEST_KEY);
    }

    private BigDecimal amount(@Nullable Object[] values) {
        if (amountIndex < 0 || !(values[amountIndex] instanceof BigDecimal amount)) {
            return BigDecimal.ZERO;
        }
        boolean minus = minusIndex >= 0
                && schema.minus().map(FeedSchema.Minus::word).orElse("").equals(values[minusIndex]);
        return minus ? amount.negate() : amount;
    }
}
