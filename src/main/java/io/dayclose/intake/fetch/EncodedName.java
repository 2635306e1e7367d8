package io.dayclose.intake.fetch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The name of an attachment as a person would read it. Mail programs write encoded words (RFC 2047) where the standard
 * forbids them, cut them in the middle of a character, call GBK {@code gb2312}, or send the bare bytes.
 */
final class EncodedName {
    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN = Pattern.compile("\\s*");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST = 120;

    private EncodedName() {}

    /** The readable name, without path, fit to be the name of a file on any system; never empty. */
    static String of(String written) {
        var name = decoded(written).replaceFirst("(?s).*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_");
        name = name.strip().replaceFirst("[. ]+$", "").replaceFirst("^\\.", "_.");
        return name.isEmpty() ? "_" : shortened(name);
    }

    /** The end of a name says what kind of file it is, so what is too long is cut before it. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST / 2 || name.length() <= LONGEST && isAscii(name)) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int most = (isAscii(name) ? LONGEST : LONGEST / 2) - ending.length();
        return name.substring(0, name.offsetByCodePoints(0, most)) + ending;
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    static String decoded(String written) {
        var words = WORD.matcher(written);
        if (!words.find()) {
            return fromBareBytes(written);
        }
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        Charset charset = null;
        int end = 0;
        do {
            var between = written.substring(end, words.start());
            var next = charset(words.group(1));
            boolean joined = charset != null && BETWEEN.matcher(between).matches();
            if (charset != null && !(joined && next.equals(charset))) {
                text.append(bytes.toString(charset));
                bytes.reset();
            }
            text.append(joined ? "" : between);
            bytes.writeBytes(bytes(words.toMatchResult()));
            charset = next;
            end = words.end();
        } while (words.find());
        return text.append(bytes.toString(charset))
                .append(written.substring(end))
                .toString();
    }

    private static byte[] bytes(MatchResult word) {
        var text = word.group(3);
        try {
            return word.group(2).equalsIgnoreCase("B") ? Base64.getMimeDecoder().decode(text) : unquoted(text);
        } catch (IllegalArgumentException damaged) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] unquoted(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && text.substring(i).matches("=[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    /** What is called GB2312 holds characters of GBK as a rule; GB18030 holds both. */
    private static Charset charset(String name) {
        if (name.toLowerCase(Locale.ROOT).matches("gb2312|gbk|gb_2312-80|cp936|x-gbk|hz-gb-2312")) {
            return GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Bare bytes reach us as the characters of their values: they are UTF-8, or else GB18030. */
    private static String fromBareBytes(String written) {
        if (written.chars().allMatch(c -> c < 128) || written.chars().anyMatch(c -> c > 255)) {
            return written;
        }
        var bytes = written.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, GB18030);
        }
    }
}
