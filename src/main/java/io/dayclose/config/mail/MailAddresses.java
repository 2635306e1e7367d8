package io.dayclose.config.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Mail addresses as people write them: with a name before them or alone, several in one cell. What comes of them is what a
 * server is asked for: {@code name@domain}, the domain in ASCII and small letters (RFC 5890).
 */
public final class MailAddresses {
    private static final Pattern BETWEEN = Pattern.compile("[;；，、\\s]*[;；，、\\n][;；，、\\s]*");
    private static final Pattern LINK = Pattern.compile("(?i)\\bmailto:");
    private static final Pattern WHO =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LONGEST_WHO = 64;

    private MailAddresses() {}

    /** A text in which somebody cannot be written to; its message is the address that is none. */
    public static final class NoAddress extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAddress(String part) {
            super(part, null, false, false);
        }
    }

    /**
     * All addresses of a text, in order, each once.
     *
     * @throws NoAddress naming the first one that no server would take
     */
    public static List<String> of(String text) {
        var plain = LINK.matcher(BETWEEN.matcher(text.strip()).replaceAll(", ")).replaceAll("");
        var all = parsed(plain).stream().map(MailAddresses::one).distinct().toList();
        if (all.isEmpty()) {
            throw new NoAddress(text);
        }
        return all;
    }

    private static List<String> parsed(String text) {
        try {
            return Arrays.stream(InternetAddress.parse(text, false))
                    .map(InternetAddress::getAddress)
                    .toList();
        } catch (AddressException unreadable) {
            throw new NoAddress(text);
        }
    }

    private static String one(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_WHO || !WHO.matcher(address.substring(0, at)).matches()) {
            throw new NoAddress(address);
        }
        var domain = domain(address.substring(at + 1));
        if (domain.indexOf('.') < 1 || domain.endsWith(".")) {
            throw new NoAddress(address);
        }
        return address.substring(0, at + 1) + domain;
    }

    /**
     * A domain as servers know it: {@code 例子.公司} is {@code xn--fsqu00a.xn--55qx5d}.
     *
     * @throws NoAddress for what is no domain
     */
    public static String domain(String text) {
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException none) {
            throw new NoAddress(text);
        }
    }
}
