package io.dayclose.delivery;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * File names this computer can write. Where its language setting knows no Chinese (a cron job without LANG, say), each
 * character it cannot hold is written as its code, so that nothing is lost and no two names become one.
 */
public final class HostNames {
    private static final Charset HOST = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private HostNames() {}

    /** Whether names are written as they are. */
    public static boolean holdAll() {
        return HOST.newEncoder().canEncode("销售日报");
    }

    /** The place of a file below a folder, under a name that can be written. */
    public static Path resolve(Path folder, String name) {
        return folder.resolve(fitting(name, HOST));
    }

    static String fitting(String name, Charset host) {
        var encoder = host.newEncoder();
        return name.codePoints()
                .mapToObj(point -> encoder.canEncode(Character.toString(point))
                        ? Character.toString(point)
                        : "u%04X".formatted(point))
                .collect(Collectors.joining());
    }
}
