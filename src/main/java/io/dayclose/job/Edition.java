package io.dayclose.job;

import io.dayclose.config.Report;
import io.dayclose.report.Scope;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * One workbook as it is published: what, for whom, for which day, which revision, in which language. Named like
 * {@code 销售日报_华东分公司_2026-11-22.xlsx}, short enough for every mail program.
 */
record Edition(Report report, Scope scope, LocalDate date, int revision, Language language) {
    private static final int MOST_BYTES = 45;

    String title() {
        return report.title().in(language);
    }

    String fileName() {
        var mark = revision == 0 ? "" : "_" + Texts.of(language).format("file.revision", revision);
        var end = "_" + date + mark + ".xlsx";
        var name = safe(title()) + "_" + safe(scope.name());
        while (bytes(name + end) > MOST_BYTES && name.length() > 1) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name + end;
    }

    /** Where people find the file, below the home. */
    String archivePath() {
        return "out/archive/%s/%s/%s/%s".formatted(date, safe(title()), safe(scope.name()), fileName());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A text without what file systems and mail headers do not take. */
    private static String safe(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
        return clean.isEmpty() || clean.startsWith(".") ? "_" + clean : clean;
    }
}
