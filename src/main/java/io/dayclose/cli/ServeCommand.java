package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.app.StartFailure;
import io.dayclose.database.Repeated;
import io.dayclose.schedule.Scheduler;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** Stays and starts what falls due; any number of nodes may do so against one database. */
@Command(name = "serve", description = "stay and run jobs when they are due / 常驻调度", mixinStandardHelpOptions = true)
final class ServeCommand extends HomeCommand {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Override
    int work(Engine engine) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
        var scheduler = new Scheduler(engine.work(), engine.runner(), new Progress(err()));
        var nights = Repeated.fromNow(PAUSE, "nights", () -> tolerant(scheduler::tick));
        var late = Repeated.fromNow(PAUSE, "late", () -> tolerant(scheduler::tellLate));
        var mails = Repeated.fromNow(PAUSE, "mails", () -> tolerant(scheduler::sendDue));
        say("serve.started", engine.work().home().files().folder());
        ended.await();
        nights.close();
        late.close();
        mails.close();
        return 0;
    }

    /** The database may be away for a while: one line says so, and the next time tries again. */
    private static void tolerant(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            throw StartFailure.readable(failed);
        }
    }
}
