package io.dayclose.database;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where this program runs, for people to see who works. */
public final class ThisProcess {
    private ThisProcess() {}

    public static long pid() {
        return ProcessHandle.current().pid();
    }

    /** The name of this machine. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
