package io.dayclose.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a program and its database, and cuts connections on which nothing was said for a while, as firewalls do. */
public final class IdleRelay implements Closeable {
    private static final int LOOK_MILLIS = 100;

    private final URI target;
    private final Duration idle;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger cuts = new AtomicInteger();

    /** @param url of the database: {@code jdbc:mysql://HOST:PORT/NAME} */
    public IdleRelay(String url, Duration idle) throws IOException {
        target = URI.create(url.substring("jdbc:".length()));
        this.idle = idle;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The address of the database as seen through the relay. */
    public String url() {
        return "jdbc:mysql://127.0.0.1:" + server.getLocalPort() + target.getPath();
    }

    /** How many connections were cut. */
    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                var database = new Socket(target.getHost(), target.getPort());
                var last = new AtomicLong(System.nanoTime());
                threads.execute(() -> pump(client, database, last));
                threads.execute(() -> pump(database, client, last));
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    private void pump(Socket from, Socket to, AtomicLong last) {
        var bytes = new byte[16_384];
        try (from;
                to) {
            from.setSoTimeout(LOOK_MILLIS);
            while (true) {
                int count = read(from, bytes);
                if (count < 0) {
                    return;
                }
                if (count > 0) {
                    last.set(System.nanoTime());
                    to.getOutputStream().write(bytes, 0, count);
                } else if (System.nanoTime() - last.get() > idle.toNanos()) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException cut) {
            // the other direction has ended
        }
    }

    private static int read(Socket from, byte[] bytes) throws IOException {
        try {
            return from.getInputStream().read(bytes);
        } catch (SocketTimeoutException nothing) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
