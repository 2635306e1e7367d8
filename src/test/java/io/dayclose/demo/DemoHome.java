package io.dayclose.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dayclose.database.BulkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.FileSystemUtils;

/** The sample home of the project in a folder of its own, with an invented company's system and mail around it. */
final class DemoHome {
    private final Path folder;

    /** @param locale the language of the workbooks, mails and the summary */
    DemoHome(Path folder, String locale) throws IOException {
        this.folder = folder;
        FileSystemUtils.deleteRecursively(folder);
        for (var part : new String[] {"jobs-config", "sql"}) {
            FileSystemUtils.copyRecursively(Path.of(part), folder.resolve(part));
        }
        Files.createDirectories(folder.resolve("inbox"));
        var company = folder.resolve("jobs-config/company.yml");
        Files.writeString(company, Files.readString(company).replace("locale: zh-CN", "locale: " + locale));
    }

    Path folder() {
        return folder;
    }

    /** Fills a database with the company's own system, and the inbox with what others send. */
    void invent(DemoCompany company, String erp) {
        System.setProperty("ERP_URL", erp);
        System.setProperty("ERP_USER", "root");
        System.setProperty("ERP_PASSWORD", "");
        try (var source = source(erp)) {
            new ResourceDatabasePopulator(new ClassPathResource("demo/erp.sql")).execute(source);
            var bulk = BulkWriter.forServer(source);
            company.tables().forEach(bulk::insertNew);
            new JdbcTemplate((DataSource) source).execute("ANALYZE TABLE sale");
        }
        company.mail(folder.resolve("inbox"));
    }

    private static HikariDataSource source(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("root");
        config.addDataSourceProperty("allowLoadLocalInfile", "true");
        return new HikariDataSource(config);
    }
}
