package io.dayclose.intake.source;

import io.dayclose.intake.FeedNight;
import io.dayclose.intake.FileGlob;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.intake.source.SourceStore.Arrival;
import io.dayclose.intake.source.SourceStore.Bytes;
import io.dayclose.intake.source.SourceStore.Label;
import io.dayclose.intake.source.SourceStore.Source;
import io.dayclose.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Registers files, from wherever they came: by their digest, with what their name says of sender and date. */
final class Registrar {
    private final FeedNight work;
    private final SourceStore sources;

    Registrar(FeedNight work) {
        this.work = work;
        sources = new SourceStore(work.jdbc());
    }

    /**
     * A file that came.
     *
     * @param cameFrom where it lay, for people
     * @param glob the feed's pattern of names
     * @param mark what it is known by on a server; null for a file of the inbox
     */
    record Came(
            String name,
            String cameFrom,
            String glob,
            @Nullable String mark) {}

    /** Registers a file that will lie in its place; the same bytes as before are told and not read again. */
    void register(Came came, Path file, String place) throws IOException {
        var feed = work.feed().name();
        var sha256 = Archive.sha256(file);
        var earlier = sources.earlier(feed, sha256);
        earlier.ifPresent(same -> work.notice(came.cameFrom(), Message.DUPLICATE_FILE, same.name(), same.night()));
        var glob = new FileGlob(came.glob());
        var label = new Label(
                glob.branch(came.name()).orElse(null), glob.date(came.name()).orElse(null), null, came.mark());
        sources.readElsewhere(feed, sha256);
        var free = sources.freeName(feed, work.night(), came.name());
        sources.register(new Source(
                new Arrival(feed, work.night(), Kind.FILE, free, work.now()),
                new Bytes(sha256, Files.size(file), place, label),
                earlier.isPresent() ? SourceState.DUPLICATE : SourceState.TAKEN));
    }
}
