package io.dayclose.app;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the tables to this version, with an account of its own where one is set ({@code spring.flyway.*}). */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
class Migration {

    static void run(DataSource dataSource, ConfigurableEnvironment environment) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.registerBean(
                    "dataSource", DataSource.class, () -> dataSource, bean -> bean.setDestroyMethodName(""));
            context.register(Migration.class);
            context.refresh();
        }
    }

    @Bean
    FlywayMigrationStrategy strategy() {
        return flyway -> {
            new EarlierHomes(new JdbcTemplate(flyway.getConfiguration().getDataSource())).bringUp(flyway);
            flyway.migrate();
        };
    }
}
