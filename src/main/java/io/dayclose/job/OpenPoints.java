package io.dayclose.job;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.delivery.Hold;
import io.dayclose.delivery.Outbox;
import io.dayclose.intake.SourceState;
import io.dayclose.publish.NightInputs;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What of a run that is done somebody has to look at: what was not taken in, what is over its limit, who has no mail. */
final class OpenPoints {
    private static final int MOST_NAMED = 5;

    private final Work work;
    private final Job job;
    private final LocalDate night;
    private final NightInputs inputs;
    private final List<Problem> problems = new ArrayList<>();

    OpenPoints(Work work, Job job, LocalDate night) {
        this.work = work;
        this.job = job;
        this.night = night;
        inputs = new NightInputs(work.jdbc(), night);
    }

    List<Problem> all() {
        leftOut();
        if (job.has(NightStep.EXTRACT)) {
            missing();
        }
        if (job.has(NightStep.DELIVER)) {
            unsent();
        }
        overLimit();
        return problems;
    }

    private void leftOut() {
        leftOut(SourceState.QUARANTINED, Message.FILES_QUARANTINED);
        leftOut(SourceState.SKIPPED, Message.FEEDS_SKIPPED);
        leftOut(SourceState.UNREADABLE, Message.FILES_UNREAD);
        var near = inputs.nearHeaders();
        if (!near.isEmpty()) {
            add(Message.HEADERS_NEAR, night, String.join("; ", near));
        }
    }

    /** What came, or should have come, and was not taken in: why by the state of the source. */
    private void leftOut(SourceState state, Message message) {
        var names = inputs.sources(state);
        if (!names.isEmpty()) {
            add(message, night, String.join(", ", names));
        }
    }

    private void missing() {
        var missing = new OwedFeeds(work, night).missing();
        if (!missing.isEmpty()) {
            add(Message.FEED_MISSING, night, missing);
        }
    }

    private void unsent() {
        new Hold(work.jdbc()).now().ifPresent(hold -> add(Message.MAILS_HELD, hold.since(), hold.who(), hold.reason()));
        var unsent = new Outbox(work.jdbc()).unsent(night);
        if (!unsent.isEmpty()) {
            var named = unsent.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            add(Message.MAILS_UNSENT, night, unsent.size(), named + (unsent.size() > MOST_NAMED ? ", …" : ""));
        }
    }

    private void overLimit() {
        long open = inputs.returnedNow();
        int limit = work.home().company().limits().returnedVouchers();
        if (open > limit) {
            add(Message.OVER_LIMIT, open, limit);
        }
        long breaks = inputs.breaksNow();
        int most = work.home().company().limits().breaks();
        if (job.has(NightStep.RECONCILE) && breaks > most) {
            add(Message.OVER_BREAKS, breaks, most);
        }
    }

    private void add(Message message, Object... values) {
        problems.add(Problem.at("run", message, values));
    }
}
