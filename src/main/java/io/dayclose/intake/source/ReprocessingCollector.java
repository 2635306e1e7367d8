package io.dayclose.intake.source;

import io.dayclose.intake.FeedNight;
import io.dayclose.text.Message;

/** Collects what has to be derived anew because somebody has mended the feed's file. */
public final class ReprocessingCollector {
    private final FeedNight work;
    private final ReprocessingStore store;

    ReprocessingCollector(FeedNight work) {
        this.work = work;
        store = of(work);
    }

    static ReprocessingStore of(FeedNight work) {
        var file = "jobs-config/feeds/" + work.feed().name() + ".yml";
        return new ReprocessingStore(
                work.jdbc(), work.feed().name(), work.home().files().read(file).orElse(""));
    }

    void collect() {
        if (work.runNumber() > 1) {
            store.mended(work.night()).forEach(this::register);
        }
        store.waiting(work.night()).forEach(this::register);
    }

    private void register(ReprocessingStore.Source source) {
        var name = work.ofThisRun("(again) " + source.id() + " " + source.name());
        store.register(source, name, work.night(), work.now());
        work.notice(source.name(), Message.DERIVED_AGAIN, work.feed().name());
    }
}
