package io.dayclose.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name pattern with {@code *}, {@code ?}, one {@code {date}} (yyyy-MM-dd or yyyyMMdd) and one {@code {branch}}. Case does not
 * matter: some systems write {@code SALE-1.CSV}.
 */
public final class FileGlob {
    private static final String DATE = "(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8})";
    private static final String BRANCH = "(?<branch>[^/]+?)";

    private final Pattern pattern;
    private final boolean dated;
    private final boolean signed;

    public FileGlob(String glob) {
        dated = glob.contains("{date}");
        signed = glob.contains("{branch}");
        var regex = new StringBuilder();
        for (var part : glob.split("(?<=[*?}])|(?=[*?{])")) {
            regex.append(
                    switch (part) {
                        case "*" -> "[^/]*";
                        case "?" -> "[^/]";
                        case "{date}" -> DATE;
                        case "{branch}" -> BRANCH;
                        default -> Pattern.quote(part);
                    });
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** Whether a file is taken on a night: its name fits, and it is not dated after the night. */
    public boolean takes(String name, LocalDate night) {
        return pattern.matcher(name).matches()
                && (!dated || date(name).filter(date -> !date.isAfter(night)).isPresent());
    }

    /** The date in a name that fits. */
    public Optional<LocalDate> date(String name) {
        try {
            return group(name, dated, "date")
                    .map(text -> LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The branch in a name that fits. */
    public Optional<String> branch(String name) {
        return group(name, signed, "branch");
    }

    private Optional<String> group(String name, boolean there, String group) {
        return Optional.of(pattern.matcher(name))
                .filter(matcher -> there && matcher.matches())
                .map((Matcher matcher) -> matcher.group(group));
    }
}
