package io.dayclose.cli;

import io.dayclose.config.Home;
import io.dayclose.database.DatabaseTrouble;
import io.dayclose.job.JobRunner;
import io.dayclose.job.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.BeansException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The running program: database connected and migrated, jobs ready. */
public final class Engine implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
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
            var application = new SpringApplicationBuilder(EngineConfiguration.class)
                    .properties(settings)
                    .initializers(context -> {
                        LogFile.use(
                                home.files().resolve("out/log"), home.company().zone());
                        requireDatabase(context);
                        context.getBeanFactory().registerSingleton("home", home);
                        for (var bean : beans) {
                            context.getBeanFactory()
                                    .registerSingleton(bean.getClass().getName(), bean);
                        }
                    });
            return new Engine(application.run());
        } catch (RuntimeException failed) {
            throw readable(failed);
        }
    }

    private static void requireDatabase(ConfigurableApplicationContext context) {
        if (context.getEnvironment().getProperty("spring.datasource.url", "").isBlank()) {
            throw Refusal.usage(Problem.at("database", Message.NO_DATABASE));
        }
    }

    /** What a person can act on: the database's own words instead of a chain of causes. */
    static RuntimeException readable(RuntimeException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal;
            }
            if (each instanceof FlywayException flyway) {
                return migration(flyway);
            }
            if (each instanceof SQLException sql && (each.getCause() == null || isConnection(sql))) {
                return Refusal.failed(DatabaseTrouble.of(failed)
                        .orElseGet(() -> Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(sql))));
            }
        }
        return failed instanceof BeansException ? notStarted(failed) : failed;
    }

    /** An address no driver takes, a server too old: the innermost words are the ones that help. */
    private static Refusal notStarted(RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var last = root;
        return Refusal.failed(DatabaseTrouble.of(failed)
                .orElseGet(() -> Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(last))));
    }

    /** Tables that could not be brought to this version, or were brought further by another. */
    private static Refusal migration(FlywayException failed) {
        if (failed instanceof FlywayValidateException) {
            var lines = String.valueOf(failed.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return Refusal.failed(Problem.at("database", Message.OTHER_MIGRATIONS, String.join(" ", lines)));
        }
        var trouble = DatabaseTrouble.of(failed);
        if (trouble.isPresent()) {
            return Refusal.failed(trouble.get());
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
            if (root instanceof SQLException sql && isConnection(sql)) {
                return Refusal.failed(Problem.at("database", Message.DATABASE_UNREACHABLE, firstLine(sql)));
            }
        }
        return Refusal.failed(Problem.at("database", Message.MIGRATION_FAILED, firstLine(failed), firstLine(root)));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isConnection(SQLException failed) {
        return failed.getSQLState() != null && failed.getSQLState().startsWith("08");
    }

    public Work work() {
        return context.getBean(Work.class);
    }

    public JobRunner runner() {
        return context.getBean(JobRunner.class);
    }

    public PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
