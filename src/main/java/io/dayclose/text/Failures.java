package io.dayclose.text;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where stack traces go: into the log file, never onto the screen, where one line tells what to do. */
public final class Failures {
    /** The logger's name; it stands alone, so nothing of it reaches the console. */
    public static final String LOGGER = "failures";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private Failures() {}

    /** @param what it happened to, in a few words */
    public static void keep(String what, Throwable failure) {
        LOG.error(what, failure);
    }
}
