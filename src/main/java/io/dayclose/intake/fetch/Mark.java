package io.dayclose.intake.fetch;

import io.dayclose.database.Sha256;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The digest of what a file on a server is known by. */
final class Mark {
    private Mark() {}

    static String of(Object... parts) {
        var text = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\n"));
        return Sha256.hex(text);
    }
}
