package io.dayclose;

import io.dayclose.cli.DaycloseCommand;

/** Where the program starts. */
public final class Dayclose {
    private Dayclose() {}

    public static void main(String[] arguments) {
        // newer JDKs give a console even where nobody looks at one, and logs would fill with lines meant for a screen
        System.setProperty("jdk.console", "java.base");
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return DaycloseCommand.run(arguments);
    }
}
