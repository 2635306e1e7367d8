package io.dayclose.target;

import java.util.Comparator;

/** Whose figure it is. The company has one code only, {@link #COMPANY}. */
public record Scope(Kind kind, String code) implements Comparable<Scope> {
    /** The whole company. */
    public static final Scope COMPANY = new Scope(Kind.COMPANY, "COMPANY");

    private static final Comparator<Scope> ORDER =
            Comparator.comparing(Scope::kind).thenComparing(Scope::code);

    /** The kinds of scopes; a target is broken down in their order, dealers aside. */
    public enum Kind {
        COMPANY,
        BRANCH,
        OUTLET,
        DEALER,
        PERSON
    }

    /** The scope of a feed's or a metric's row. */
    public static Scope of(String kind, String code) {
        var found = Kind.valueOf(kind);
        return found == Kind.COMPANY ? COMPANY : new Scope(found, code);
    }

    @Override
    public String toString() {
        return kind + " " + code;
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }
}
