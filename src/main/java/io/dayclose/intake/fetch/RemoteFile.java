package io.dayclose.intake.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** A file on a server. */
public abstract class RemoteFile {
    private static final int BUFFER = 1 << 16;

    /** Its name, as the feed's glob knows it. */
    public abstract String name();

    /** Where it lies, for people. */
    public abstract String place();

    /** What it is known by: another file, or the same one changed, has another mark. */
    public abstract String mark();

    /** The file of totals that came with it. */
    public abstract Optional<RemoteFile> totals();

    /** No file may grow larger than this, whatever the server has said before. */
    abstract long maxBytes();

    abstract InputStream open() throws IOException, FileNotFetched;

    /** Says what a failure to read means: it costs this file, or everything on the server. */
    abstract FileNotFetched judge(IOException failed) throws FetchFailure;

    /** Looks once more, with the number of bytes that came. */
    abstract void verify(long copied) throws FetchFailure, FileNotFetched;

    /**
     * Copies its bytes; returns only when it came whole.
     *
     * @throws IOException when they cannot be written here
     */
    public final void copyTo(OutputStream target) throws IOException, FetchFailure, FileNotFetched {
        long copied = 0;
        try (var in = opened()) {
            var buffer = new byte[BUFFER];
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                target.write(buffer, 0, n);
                copied += n;
                if (copied > maxBytes()) {
                    throw FileNotFetched.because(this, "too-large", copied, maxBytes());
                }
            }
        }
        verify(copied);
    }

    private InputStream opened() throws FetchFailure, FileNotFetched {
        try {
            return new Closing(open());
        } catch (IOException failed) {
            throw judge(failed);
        }
    }

    private int read(InputStream in, byte[] buffer) throws FetchFailure, FileNotFetched {
        try {
            return in.read(buffer);
        } catch (IOException failed) {
            throw judge(failed);
        }
    }

    /** What a broken line says when it is closed is known already. */
    private static final class Closing extends java.io.FilterInputStream {
        Closing(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException alreadyBroken) {
                // every byte that was read has been judged
            }
        }
    }
}
