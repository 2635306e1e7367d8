package io.dayclose.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import io.dayclose.config.Home;
import io.dayclose.text.Failures;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * All that is logged, and the stack traces of failures, which the screen never shows: a file a day below {@code out/log/}, days and times
 * in the company's zone. Several processes may write to it. There is no file before there is something to say.
 */
final class LogFile extends AppenderBase<ILoggingEvent> {
    private static final String NAME = "log-file";
    private static final int DAYS_KEPT = 60;

    private final Path folder;
    private final ZoneId zone;
    private final Language language;
    private @Nullable RollingFileAppender<ILoggingEvent> file;
    private boolean told;

    private LogFile(Home home) {
        folder = home.files().resolve("out/log");
        zone = home.company().zone();
        language = home.company().language();
    }

    /** From now on everything goes to the files of this home, and to no other's. */
    static void use(Home home) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var log = new LogFile(home);
            log.setName(NAME);
            log.setContext(context);
            log.start();
            for (var name : List.of(Logger.ROOT_LOGGER_NAME, Failures.LOGGER)) {
                context.getLogger(name).detachAppender(NAME);
                context.getLogger(name).addAppender(log);
            }
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (file == null && !told) {
            file = open();
        }
        if (file != null) {
            file.doAppend(event);
        }
    }

    /** Without a log the work goes on; the logging library would put a stack trace of its own on the screen. */
    private @Nullable RollingFileAppender<ILoggingEvent> open() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "try", ".log"));
            return opened();
        } catch (IOException | RuntimeException denied) {
            told = true;
            System.err.println(
                    Problem.at(folder.toString(), Message.FILE_NOT_WRITTEN, String.valueOf(denied.getMessage()))
                            .text(language));
            return null;
        }
    }

    private RollingFileAppender<ILoggingEvent> opened() {
        var daily = new TimeBasedRollingPolicy<ILoggingEvent>();
        var opened = new RollingFileAppender<ILoggingEvent>();
        opened.setContext(getContext());
        opened.setPrudent(true); // another process may write to it
        opened.setEncoder(lines());
        opened.setRollingPolicy(daily);
        daily.setContext(getContext());
        daily.setParent(opened);
        daily.setFileNamePattern(folder + "/dayclose.%d{yyyy-MM-dd, " + zone + "}.log");
        daily.setMaxHistory(DAYS_KEPT);
        daily.start();
        opened.start();
        return opened;
    }

    private PatternLayoutEncoder lines() {
        var lines = new PatternLayoutEncoder();
        lines.setContext(getContext());
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS, " + zone + "} %-5level [%thread] %logger{20} %msg%n");
        lines.start();
        return lines;
    }
}
