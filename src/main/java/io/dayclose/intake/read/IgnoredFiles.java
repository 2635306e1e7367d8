package io.dayclose.intake.read;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Files that nobody sends: the mark of a workbook that somebody has open, what systems keep for themselves in every folder,
 * and downloads that have not ended.
 */
public final class IgnoredFiles {
    private static final Pattern NAMES =
            Pattern.compile("~\\$.*|\\.~.*|\\._.*|\\..*\\.sw.|.*\\.(tmp|part|partial|crdownload|download)"
                    + "|thumbs\\.db|desktop\\.ini|\\.ds_store|__macosx");

    private IgnoredFiles() {}

    /** @param path with {@code /} between its parts */
    public static boolean isOne(String path) {
        for (var part : path.toLowerCase(Locale.ROOT).split("/")) {
            if (NAMES.matcher(part).matches()) {
                return true;
            }
        }
        return false;
    }
}
