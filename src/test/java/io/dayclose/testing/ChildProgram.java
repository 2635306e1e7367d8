package io.dayclose.testing;

import io.dayclose.Dayclose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, to be killed. */
public final class ChildProgram {
    /** Long enough for a busy machine: no test measures by it. */
    private static final int MOST_SECONDS = 300;

    private final Process process;
    private final Path output;

    private ChildProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static ChildProgram start(TestHome home, TestDatabase database, String... arguments) {
        return start(home, database.url(), arguments);
    }

    public static ChildProgram start(TestHome home, String url, String... arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", // it lives for seconds: what C2 would gain it never earns back
                    "-Duser.language=en",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Dayclose.class.getName()));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--home", home.folder().toString()));
            var output = Files.createTempFile("dayclose", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("SPRING_DATASOURCE_URL", url);
            builder.environment().put("SPRING_DATASOURCE_USERNAME", "root");
            builder.environment().put("SPRING_DATASOURCE_PASSWORD", "");
            return new ChildProgram(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends it as kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /** Stops it where it is, as a machine without memory or a moved virtual machine does. */
    public void freeze() {
        signal("STOP");
    }

    /** It goes on where it was. */
    public void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends it as a service manager does: SIGTERM, then waiting. */
    public void terminate() {
        process.destroy();
        join();
    }

    public int join() {
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
