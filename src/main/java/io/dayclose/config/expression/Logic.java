package io.dayclose.config.expression;

/** Conditions: yes or no, and nothing that could be taken for one of them. */
final class Logic {
    private Logic() {}

    static boolean is(Term condition, Row row) {
        var value = condition.value(row);
        if (value instanceof Boolean yes) {
            return yes;
        }
        throw new Uncomputable(Written.of(value) + " ? … : …");
    }

    /** The first value, or the second where the first is empty. */
    static Term otherwise(Term first, Term second) {
        return row -> {
            var value = first.value(row);
            return value == null || value.equals("") ? second.value(row) : value;
        };
    }
}
