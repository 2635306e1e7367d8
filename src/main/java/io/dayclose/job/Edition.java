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

    /** File systems take 255. */
    private static final int MOST_FOLDER_BYTES = 200;

    String title() {
        return report.title().in(language);
    }

    String fileName() {
        var mark = revision == 0 ? "" : "_" + Texts.of(language).format("file.revision", revision);
        var end = "_" + date + mark + ".xlsx";
        return cut(safe(title()) + "_" + safe(scope.name()), MOST_BYTES - bytes(end)) + end;
    }

    private static String cut(String text, int mostBytes) {
        var name = text;
        while (bytes(name) > mostBytes && name.length() > 1) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }

    /** Where people find the file, below the home. */
    String archivePath() {
        return "out/archive/%s/%s/%s/%s"
                .formatted(date, safe(title()), cut(safe(scope.name()), MOST_FOLDER_BYTES), fileName());
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
