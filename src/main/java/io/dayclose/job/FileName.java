package io.dayclose.job;

import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The names of workbooks: {@code 销售日报_华东分公司_2026-11-22.xlsx}, short enough for every mail program. */
final class FileName {
    private static final int MOST_BYTES = 45;

    private FileName() {}

    static String of(String title, String scope, LocalDate date, int revision, Language language) {
        var end = "_" + date + (revision == 0 ? "" : "_" + Texts.of(language).format("file.revision", revision))
                + ".xlsx";
        var name = safe(title) + "_" + safe(scope);
        int room = MOST_BYTES - bytes(end);
        while (bytes(name) > room && name.length() > 1) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Does a text without what file systems and mail headers do not take. */
    static String safe(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
        return clean.isEmpty() || clean.startsWith(".") ? "_" + clean : clean;
    }
}
