package io.dayclose.config.feed;

import java.util.List;
import java.util.Locale;

/** Whose mails are believed: addresses, or {@code *@domain} for all of a domain. Case does not matter. */
public record Senders(List<String> allowed) {
    static final String PATTERN = "(\\*|[^@\\s,;<>\"*]+)@[^@\\s,;<>\"*]+";

    public Senders {
        allowed = allowed.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a mail with these addresses in its From is believed: all of them must be known, or a stranger could hide behind one who is. */
    public boolean include(List<String> from) {
        return !from.isEmpty() && from.stream().allMatch(this::includes);
    }

    private boolean includes(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .anyMatch(each -> each.startsWith("*@") ? isOf(lower, each.substring(1)) : lower.equals(each));
    }

    /** The domain begins at the last at-sign. */
    private static boolean isOf(String address, String domain) {
        return address.lastIndexOf('@') > 0
                && address.substring(address.lastIndexOf('@')).equals(domain);
    }
}
