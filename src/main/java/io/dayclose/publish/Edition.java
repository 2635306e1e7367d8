package io.dayclose.publish;

import io.dayclose.config.Report;
import io.dayclose.report.Scope;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One workbook as it is published: what, for whom, for which day, which revision, in which language. Named like
 * {@code 销售日报_B01_华东分公司_2026-11-22.xlsx}, short enough for every mail program.
 */
public record Edition(Report report, Scope scope, LocalDate date, int revision, Language language) {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|]");
    private static final Pattern UNFIT_FOLDER = Pattern.compile("^\\.|%|" + UNFIT);
    private static final int MOST_BYTES = 45;

    /** File systems take 255. */
    private static final int MOST_FOLDER_BYTES = 200;

    String title() {
        return report.title().in(language);
    }

    /** Title and code always stand whole: by them people's decisions are known when they come back, and two scopes are told apart. */
    String fileName() {
        var start = safe(title()) + scope.code().map(code -> "_" + safe(code)).orElse("");
        var end = "_" + date + mark("file.revision") + ".xlsx";
        var shorter = bytes(start + end) <= MOST_BYTES ? end : "_" + date + mark("file.revision.short") + ".xlsx";
        var name = nameAlone().isEmpty() ? "" : "_" + safe(nameAlone());
        return start + words(name, MOST_BYTES - bytes(start + shorter)) + shorter;
    }

    private String mark(String key) {
        return revision == 0 ? "" : "_" + Texts.of(language).format(key, revision);
    }

    /** Some names begin with their code, and some are their own. */
    private String nameAlone() {
        var code = scope.code().orElse("");
        return scope.name().equals(code)
                ? ""
                : scope.name().startsWith(code + " ") ? scope.name().substring(code.length() + 1) : scope.name();
    }

    /** As many whole words of a name as there is room for. */
    private static String words(String text, int mostBytes) {
        var left = text;
        while (!left.isEmpty() && bytes(left) > mostBytes) {
            left = left.substring(0, Math.max(left.lastIndexOf(' '), 0));
        }
        return left;
    }

    private static String cut(String text, int mostBytes) {
        var name = text;
        while (bytes(name) > mostBytes && name.length() > 1) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name;
    }

    /** Where people find the file, below the home: by code, so that two branches of one name never meet. */
    public String archivePath() {
        var folder =
                scope.code().map(code -> (code + " " + nameAlone()).strip()).orElse(scope.name());
        return "out/archive/%s/%s/%s/%s"
                .formatted(date, safe(title()), cut(apart(folder), MOST_FOLDER_BYTES), fileName());
    }

    /** What a folder cannot be called stands as its number, so that two codes never become one. */
    private static String apart(String text) {
        return UNFIT_FOLDER.matcher(text).replaceAll(found -> "%%%02X"
                .formatted((int) found.group().charAt(0)));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A text without what file systems and mail headers do not take. */
    private static String safe(String text) {
        var clean = UNFIT.matcher(text).replaceAll("_").strip();
        return clean.isEmpty() || clean.startsWith(".") ? "_" + clean : clean;
    }
}
