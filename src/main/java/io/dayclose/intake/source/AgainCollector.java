package io.dayclose.intake.source;

import io.dayclose.intake.FeedNight;
import io.dayclose.text.Message;

/** Collects what has to be derived anew because somebody has mended the feed's file. */
final class AgainCollector {
    private final FeedNight work;
    private final AgainStore store;

    AgainCollector(FeedNight work) {
        this.work = work;
        store = of(work);
    }

    static AgainStore of(FeedNight work) {
        var file = "jobs-config/feeds/" + work.feed().name() + ".yml";
        return new AgainStore(
                work.jdbc(), work.feed().name(), work.home().files().read(file).orElse(""));
    }

    void collect() {
        if (work.runNumber() > 1) {
            store.mended(work.night()).forEach(this::register);
        }
        store.waiting(work.night()).forEach(this::register);
    }

    private void register(AgainStore.Source source) {
        var name = work.ofThisRun("(again) " + source.id() + " " + source.name());
        store.register(source, name, work.night(), work.now());
        work.notice(source.name(), Message.DERIVED_AGAIN, work.feed().name());
    }
}
