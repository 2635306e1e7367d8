package io.dayclose.config.yaml;

import io.dayclose.text.Message;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values in which {@code ${NAME}} stands for an environment variable or property of that name. */
public final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private final Function<String, Optional<String>> values;
    private final Problems problems;

    public Variables(Function<String, Optional<String>> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** A text with its variables replaced; empty when there is none. One that is not set is told. */
    public String resolved(Values from, String key) {
        return VARIABLE.matcher(from.text(key, "")).replaceAll(variable -> {
            var value = values.apply(variable.group(1));
            if (value.isEmpty()) {
                problems.add(from.place(key), Message.VARIABLE_NOT_SET, variable.group(1));
            }
            return Matcher.quoteReplacement(value.orElse(""));
        });
    }

    /** A password or key, which must stand outside the file; empty when there is none. */
    public String secret(Values from, String key) {
        var written = from.text(key, "");
        if (!written.isEmpty() && !VARIABLE.matcher(written).matches()) {
            problems.add(from.place(key), Message.SECRET_IN_FILE);
        }
        return resolved(from, key);
    }
}
