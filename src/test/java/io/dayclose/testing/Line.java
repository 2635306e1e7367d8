package io.dayclose.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server, which breaks or falls silent on order after the server has sent so many bytes. */
public final class Line implements AutoCloseable {
    private enum Trouble {
        NONE,
        CUT,
        SILENCE
    }

    private final ServerSocket socket;
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Trouble trouble = Trouble.NONE;
    private volatile long bytes;

    public Line(int server) {
        this.server = server;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void cutAfter(long most) {
        bytes = most;
        trouble = Trouble.CUT;
    }

    public void silentAfter(long most) {
        bytes = most;
        trouble = Trouble.SILENCE;
    }

    public void mend() {
        trouble = Trouble.NONE;
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var here = socket.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.addAll(List.of(here, there));
                start(() -> pass(here, there, false));
                start(() -> pass(there, here, true));
            } catch (IOException lineClosed) {
                // the next one calls again
            }
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        try {
            copy(from.getInputStream(), to.getOutputStream(), counted);
        } catch (IOException broken) {
            // both ends are closed below
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private void copy(InputStream in, OutputStream out, boolean counted) throws IOException {
        var buffer = new byte[8192];
        long passed = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            passed += n;
            boolean over = counted && passed > bytes;
            if (over && trouble == Trouble.CUT) {
                return;
            }
            if (!over || trouble != Trouble.SILENCE) {
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }

    private static void closeQuietly(Socket end) {
        try {
            end.close();
        } catch (IOException alreadyClosed) {
            // that is what was wanted
        }
    }

    @Override
    public void close() {
        open.forEach(Line::closeQuietly);
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
