package io.dayclose.cli;

import io.dayclose.job.Scheduler;
import io.dayclose.text.Texts;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stays and starts what falls due; any number of nodes may do so against one database. */
@Command(name = "serve", description = "stay and run jobs when they are due / 常驻调度", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

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
            var ticks = Executors.newSingleThreadScheduledExecutor();
            ticks.scheduleAtFixedRate(() -> tick(scheduler), 0, 1, TimeUnit.MINUTES);
            err.println(Texts.of(Terminal.language())
                    .format("serve.started", home.get().files().folder()));
            ended.await();
            ticks.shutdown();
            return 0;
        }
    }

    /** A tick that fails, say because the database is away, must not end the ticking. */
    private static void tick(Scheduler scheduler) {
        try {
            scheduler.tick();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "this tick failed, the next one tries again: {}",
                    Engine.readable(failed).getMessage());
        }
    }
}
