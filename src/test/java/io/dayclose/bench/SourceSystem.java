package io.dayclose.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Somebody else's database with the lines in it, and homes that read them with the query of the sample home. */
final class SourceSystem {
    private static final List<String> NOWHERE = List.of("@version", "@night", "@source_id", "@source_line");

    private final TestDatabase database;

    private SourceSystem(TestDatabase database) {
        this.database = database;
    }

    static SourceSystem of(Path loadFile) throws SQLException, IOException {
        var database = TestDatabase.foreign();
        try (var source = (HikariDataSource) database.dataSource();
                var connection = source.getConnection();
                var lines = Files.newInputStream(loadFile)) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("demo/erp.sql"));
            References.load(connection, lines, "sale", NOWHERE);
        }
        return new SourceSystem(database);
    }

    TestHome home(Path folder) throws IOException {
        return BenchLines.home(folder)
                .write("jobs-config/company.yml", """
                        name: {zh: 测试公司, en: Test Company}
                        zone: Asia/Shanghai
                        data-sources: {erp: {url: "%s", user: root}}
                        mail: {from: dayclose@example.com, domains: [example.com]}
                        """.formatted(database.url()))
                .write(
                        "jobs-config/feeds/sale.yml",
                        "feed: sale\nsource: {jdbc: erp, sql: extract/sale.sql}\nkey: [doc_no, line_no]\n")
                .write("sql/extract/sale.sql", Files.readString(Path.of("sql/extract/sale.sql")));
    }
}
