package io.dayclose.cli;

import io.dayclose.database.Repeated;
import io.dayclose.job.Scheduler;
import io.dayclose.text.Texts;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stays and starts what falls due; any number of nodes may do so against one database. */
@Command(name = "serve", description = "stay and run jobs when they are due / 常驻调度", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var err = spec.commandLine().getErr();
        var home = options.validToKeep(err);
        if (home.isEmpty()) {
            return 2;
        }
        var ended = new CountDownLatch(1);
        try (var engine = Engine.start(home.get())) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            var scheduler = new Scheduler(engine.work(), engine.runner(), new Progress(err));
            var nights = Repeated.fromNow(PAUSE, "nights", () -> tolerant(scheduler::tick));
            var late = Repeated.fromNow(PAUSE, "late", () -> tolerant(scheduler::tellLate));
            var mails = Repeated.fromNow(PAUSE, "mails", () -> tolerant(scheduler::sendDue));
            err.println(Texts.of(Terminal.language())
                    .format("serve.started", home.get().files().folder()));
            ended.await();
            nights.close();
            late.close();
            mails.close();
            return 0;
        }
    }

    /** The database may be away for a while: one line says so, and the next time tries again. */
    private static void tolerant(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            throw Engine.readable(failed);
        }
    }
}
