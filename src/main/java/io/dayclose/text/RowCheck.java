package io.dayclose.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A short check of a row's texts, printed beside its number on a sheet that is to be mended: it tells whether a row comes
 * back as it went. What a sheet cannot hold, and blanks around a text, do not count.
 */
public final class RowCheck {
    private RowCheck() {}

    /** Eight hexadecimal digits. */
    public static String of(List<String> texts) {
        var sum = new CRC32();
        var held = texts.stream().map(text -> text.replaceAll("\\p{Cntrl}", "").strip());
        sum.update(held.collect(Collectors.joining("\u0001")).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
