package io.dayclose.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDateTime;

/** Who works on a run, for people to see. */
record Lease(String host, long pid, LocalDateTime now) {
    static Lease at(LocalDateTime now) {
        return new Lease(hostName(), ProcessHandle.current().pid(), now);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
