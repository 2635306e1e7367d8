package io.dayclose.testing;

import io.dayclose.Dayclose;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types commands as an operator does, against one home and one database. */
public final class Shell {
    private final TestHome home;
    private final Map<String, Object> settings;

    public Shell(TestHome home, Map<String, Object> settings) {
        this.home = home;
        this.settings = settings;
    }

    /** What a command printed and the code it ended with. */
    public record Ended(int code, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public Ended run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.folder().toString()));
        return typed(all.toArray(String[]::new));
    }

    /** The same, with the home named by the arguments alone. */
    public Ended typed(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var oldOut = System.out;
        var oldErr = System.err;
        settings.forEach((name, value) -> System.setProperty(name, value.toString()));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Dayclose.run(arguments);
            return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
