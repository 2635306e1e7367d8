package io.dayclose.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A difference as it stands tonight. The same one keeps its key over the nights: type, debtor and subject.
 *
 * @param amount what it is worth, positive: the type carries the direction
 * @param basis the day it is aged from
 */
public record Finding(BreakType type, String debtor, String subject, BigDecimal amount, LocalDate basis, Why why) {

    /** Why it is not matched, for a person: the key of a sentence and its values. */
    public record Why(String sentence, List<Object> values) {
        public Why {
            values = List.copyOf(values);
        }

        public static Why of(String sentence, Object... values) {
            return new Why(sentence, List.of(values));
        }
    }

    public String key() {
        return type + ":" + debtor + ":" + subject;
    }
}
