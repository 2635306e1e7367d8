package io.dayclose.app;

import io.dayclose.config.Home;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.FencedTransactions;
import io.dayclose.database.PacketSize;
import io.dayclose.job.JobRunner;
import io.dayclose.run.Batch;
import io.dayclose.run.RunningJobs;
import io.dayclose.run.Work;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the program consists of once a home and a database are there. Of Spring Boot's configurations it names those it uses, and each bean
 * is made when somebody asks for it ({@code spring.main.lazy-initialization}).
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    SslAutoConfiguration.class
})
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

    /** The database, with tables of this version. */
    @Bean
    JdbcTemplate jdbc(DataSource dataSource, ConfigurableEnvironment environment) {
        var jdbc = new JdbcTemplate(dataSource);
        PacketSize.require(jdbc);
        new Schema(jdbc).require(() -> Migration.run(dataSource, environment));
        return jdbc;
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
    Work work(Home home, JdbcTemplate jdbc, Clock clock, ObjectProvider<JavaMailSenderImpl> mail) {
        var dataSource = Objects.requireNonNull(jdbc.getDataSource());
        return new Work(home, dataSource, jdbc, BulkWriter.forServer(dataSource), clock, mail::getIfAvailable);
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
