package io.dayclose.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who acts. */
final class UserOption {
    @Option(names = "--as", paramLabel = "USER", description = "who acts (default: the operating-system user) / 操作人")
    private @Nullable String user;

    String name() {
        return user == null ? System.getProperty("user.name", "?") : user;
    }
}
