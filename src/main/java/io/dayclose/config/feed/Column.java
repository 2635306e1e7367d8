package io.dayclose.config.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One canonical column of a feed.
 *
 * @param signed whether it may be negative
 * @param optional may be empty, or missing from the file
 * @param choices the words a {@link ColumnType#CHOICE} takes, or those of a {@link ColumnType#CODE} that the program knows
 * @param reference the master feed whose code it names
 * @param strict whether an unknown reference returns the voucher (else it is only reported)
 */
public record Column(
        String name,
        ColumnType type,
        boolean signed,
        boolean optional,
        List<String> choices,
        Optional<String> reference,
        boolean strict) {

    /** The words it takes, none when it takes anything of its type. */
    public List<String> words() {
        return type == ColumnType.FLAG ? List.of("Y", "N") : choices;
    }

    /** Whether it takes other words than those it lists. */
    public boolean isOpen() {
        return type != ColumnType.FLAG && type != ColumnType.CHOICE;
    }

    /** Reads {@code code? -> outlet}, {@code SALE|RETURN}, {@code signed money}, {@code code of SELLER|FINANCE}. */
    static Column parse(String name, String definition) {
        boolean signed = definition.startsWith("signed ");
        var words = definition.replaceFirst("^signed ", "").strip().split("\\s+");
        boolean optional = words[0].endsWith("?");
        var type = optional ? words[0].substring(0, words[0].length() - 1) : words[0];
        boolean choice = type.contains("|");
        boolean knows = words.length == 3 && words[1].equals("of");
        var choices = choice || knows ? List.of((knows ? words[2] : type).split("\\|")) : List.<String>of();
        var kind = choice ? ColumnType.CHOICE : ColumnType.valueOf(type.toUpperCase(Locale.ROOT));
        var reference = words.length == 3 && !knows ? Optional.of(words[2]) : Optional.<String>empty();
        boolean strict = words.length == 3 && words[1].equals("->");
        return new Column(name, kind, signed, optional, choices, reference, strict);
    }
}
