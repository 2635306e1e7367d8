package io.dayclose.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that misbehaves on order: each mail meets the next trouble of the script, then all is well. */
public final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Deque<String> script;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param troubles what happens to the mails in turn: {@code OK}, {@code RCPT 550 no such user} (a reply to a command),
     *     {@code GREET 421 later} (it refuses the connection), {@code DOT 451 later} (a reply to the message), {@code DROP DATA} or {@code DROP DOT} (the line breaks before or
     *     after the message's end)
     */
    public ScriptedSmtp(String... troubles) throws IOException {
        script = new ArrayDeque<>(List.of(troubles));
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public Map<String, Object> settings() {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", socket.getLocalPort());
    }

    /** All messages that came whole, whether or not the server said so. */
    public List<String> received() {
        return received;
    }

    /** How often somebody connected. */
    public int calls() {
        return calls.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                converse(line);
            } catch (IOException lineBroken) {
                // the next mail calls again
            }
        }
    }

    private void converse(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        calls.incrementAndGet();
        var greeting = reply("GREET");
        if (!greeting.startsWith("250")) {
            say(line, greeting);
            return;
        }
        say(line, "220 ready");
        for (var command = in.readLine(); command != null; command = in.readLine()) {
            var verb = command.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            if (verb.equals("DATA") && !message(line, in)) {
                return;
            }
            if (!verb.equals("DATA")) {
                say(line, verb.equals("QUIT") ? "221 bye" : reply(verb));
            }
        }
    }

    private synchronized String reply(String verb) {
        var next = script.peek();
        if (next != null && next.startsWith(verb + " ")) {
            script.poll();
            return next.substring(verb.length() + 1);
        }
        return "250 fine";
    }

    private boolean message(Socket line, BufferedReader in) throws IOException {
        var trouble = script.isEmpty() ? "OK" : script.poll();
        if (trouble.equals("DROP DATA")) {
            // not after 354: the whole message may be in the sender's buffer by then, and he cannot know how far it
            // came
            return false;
        }
        say(line, "354 go on");
        var text = new StringBuilder();
        for (var each = in.readLine(); each != null && !each.equals("."); each = in.readLine()) {
            text.append(each).append('\n');
        }
        if (trouble.startsWith("DOT ")) {
            say(line, trouble.substring(4));
            return true;
        }
        received.add(text.toString());
        if (trouble.equals("DROP DOT")) {
            return false;
        }
        say(line, "250 queued as Q" + received.size());
        return true;
    }

    private static void say(Socket line, String reply) throws IOException {
        line.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            throw new UncheckedIOException(alreadyClosed);
        }
    }
}
