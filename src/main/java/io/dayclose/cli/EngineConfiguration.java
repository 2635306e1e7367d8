package io.dayclose.cli;

import io.dayclose.config.Home;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.FencedTransactions;
import io.dayclose.database.PacketSize;
import io.dayclose.job.Batch;
import io.dayclose.job.JobRunner;
import io.dayclose.job.RunningJobs;
import io.dayclose.job.Work;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** What the program consists of once a home and a database are there. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EngineConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new FencedTransactions(dataSource);
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return flyway -> {
            var jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
            PacketSize.require(jdbc);
            new EarlierHomes(jdbc).bringUp(flyway);
            flyway.migrate();
        };
    }

    /** Without it a restart can fail because the framework no longer knows the job. */
    @Bean
    JobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean
    RunningJobs runningJobs() {
        return new RunningJobs();
    }

    @Bean
    @DependsOn("flywayInitializer")
    Work work(Home home, JdbcTemplate jdbc, Clock clock, ObjectProvider<JavaMailSenderImpl> mail) {
        var dataSource = Objects.requireNonNull(jdbc.getDataSource());
        return new Work(home, dataSource, jdbc, BulkWriter.forServer(dataSource), clock, mail.getIfAvailable());
    }

    @Bean
    Batch batch(JobRepository repository, JobOperator operator, PlatformTransactionManager transactions) {
        return new Batch(repository, operator, transactions);
    }

    @Bean
    JobRunner jobRunner(Work work, Batch batch, RunningJobs running) {
        return new JobRunner(work, batch, running);
    }
}
