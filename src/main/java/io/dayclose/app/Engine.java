package io.dayclose.app;

import io.dayclose.config.Home;
import io.dayclose.job.JobRunner;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The running program: the database connected and its tables of this version. What runs jobs is made when {@link #runner} is first asked
 * for it, so that a command that only reads starts without it.
 */
public final class Engine implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Work work;

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
        work = context.getBean(Work.class);
    }

    /**
     * Starts the program for a home.
     *
     * @throws Refusal when no database is configured or it does not answer
     */
    public static Engine start(Home home) {
        return start(home, Map.of());
    }

    /** Starts it with settings and beans of one's own, for the demo and for tests. */
    public static Engine start(Home home, Map<String, Object> settings, Object... beans) {
        try {
            return of(new SpringApplicationBuilder(EngineConfiguration.class)
                    .properties(settings)
                    .initializers(context -> {
                        LogFile.use(home);
                        requireDatabase(context);
                        context.getBeanFactory().registerSingleton("home", home);
                        for (var bean : beans) {
                            context.getBeanFactory()
                                    .registerSingleton(bean.getClass().getName(), bean);
                        }
                    })
                    .run());
        } catch (RuntimeException failed) {
            throw StartFailure.readable(failed);
        }
    }

    /** A program that could not reach its database leaves nothing running. */
    private static Engine of(ConfigurableApplicationContext context) {
        try {
            return new Engine(context);
        } catch (RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    private static void requireDatabase(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.datasource.url", "").isBlank()) {
            throw Refusal.usage(Problem.at("database", Message.NO_DATABASE));
        }
    }

    public Work work() {
        return work;
    }

    public JobRunner runner() {
        return bean(JobRunner.class);
    }

    public PlatformTransactionManager transactions() {
        return bean(PlatformTransactionManager.class);
    }

    /** @throws Refusal when it cannot be made */
    public <T> T bean(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (RuntimeException failed) {
            throw StartFailure.readable(failed);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
