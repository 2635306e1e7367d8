package io.dayclose.intake.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file name pattern with {@code *}, {@code ?} and one {@code {date}} (yyyy-MM-dd or yyyyMMdd). */
public final class FileGlob {
    private static final String DATE = "(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8})";

    private final Pattern pattern;
    private final boolean dated;

    public FileGlob(String glob) {
        dated = glob.contains("{date}");
        var regex = new StringBuilder();
        for (var part : glob.split("(?<=[*?])|(?=[*?])|(?=\\{date})|(?<=\\{date})")) {
            regex.append(
                    switch (part) {
                        case "*" -> "[^/]*";
                        case "?" -> "[^/]";
                        case "{date}" -> DATE;
                        default -> Pattern.quote(part);
                    });
        }
        pattern = Pattern.compile(regex.toString());
    }

    /** Whether a file is taken on a night: its name fits, and it is not dated after the night. */
    public boolean takes(String name, LocalDate night) {
        return pattern.matcher(name).matches()
                && (!dated || date(name).filter(date -> !date.isAfter(night)).isPresent());
    }

    private Optional<LocalDate> date(String name) {
        var matcher = pattern.matcher(name);
        try {
            return matcher.matches()
                    ? Optional.of(
                            LocalDate.parse(matcher.group("date").replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
