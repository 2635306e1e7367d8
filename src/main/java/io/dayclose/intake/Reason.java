package io.dayclose.intake;

import io.dayclose.text.Language;
import io.dayclose.text.Texts;

/** Why a record is not a fact. Each has a sentence in both languages that says what to do. */
public enum Reason {
    UNREADABLE_ROW(Decision.REFUSED),
    MISSING_KEY(Decision.REFUSED),
    BAD_KEY(Decision.REFUSED),
    NEGATIVE_NUMBER(Decision.REFUSED),
    SCIENTIFIC_NOTATION(Decision.REFUSED),
    MISSING_VALUE(Decision.RETURNED),
    FORMULA_UNSOLVED(Decision.RETURNED),
    BAD_NUMBER(Decision.RETURNED),
    NOT_WHOLE(Decision.RETURNED),
    TOO_MANY_DECIMALS(Decision.RETURNED),
    OUT_OF_RANGE(Decision.RETURNED),
    BAD_DATE(Decision.RETURNED),
    TOO_LONG(Decision.RETURNED),
    BAD_CHARACTER(Decision.RETURNED),
    NOT_IN_LIST(Decision.RETURNED),
    BAD_DERIVED_VALUE(Decision.RETURNED),
    BAD_ADDRESS(Decision.RETURNED),
    BAD_DISCOUNT(Decision.RETURNED),
    DUPLICATE_KEY(Decision.RETURNED),
    UNKNOWN_BRANCH(Decision.RETURNED),
    UNKNOWN_DEALER(Decision.RETURNED),
    UNKNOWN_OUTLET(Decision.RETURNED),
    UNKNOWN_PERSON(Decision.RETURNED),
    UNKNOWN_PRODUCT(Decision.RETURNED),
    AMOUNT_MISMATCH(Decision.RETURNED),
    OUTLET_CLOSED(Decision.RETURNED),
    PERSON_LEFT(Decision.RETURNED),
    NO_CONTRACT(Decision.RETURNED),
    SERIAL_MISSING(Decision.RETURNED),
    SERIAL_QUANTITY(Decision.RETURNED),
    SERIAL_SOLD_TWICE(Decision.RETURNED),
    ORIGINAL_NOT_FOUND(Decision.RETURNED),
    ORIGINAL_AMBIGUOUS(Decision.RETURNED),
    OVER_RETURNED(Decision.RETURNED),
    NOTHING_TO_VOID(Decision.RETURNED),
    STALE_DATE(Decision.RETURNED),
    FUTURE_DATED(Decision.WAITING),
    ALREADY_SETTLED(Decision.REFUSED),
    KEY_TAKEN(Decision.REFUSED);

    private final Decision decision;

    Reason(Decision decision) {
        this.decision = decision;
    }

    /** Whether other records can heal it; else only the sender can, and trying again would find the same. */
    public boolean healsByItself() {
        return decision == Decision.RETURNED && compareTo(UNKNOWN_BRANCH) >= 0 && this != AMOUNT_MISMATCH;
    }

    public Decision decision() {
        return decision;
    }

    public String sentence(Language language) {
        return Texts.of(language).format("reason." + name());
    }
}
