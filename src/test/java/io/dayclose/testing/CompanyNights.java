package io.dayclose.testing;

import io.dayclose.app.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A small company and its nights, on a database of its own, for tests that tell what becomes of records. */
public abstract class CompanyNights {
    @TempDir
    protected Path folder;

    protected TestHome home;
    protected Engine engine;
    protected Nights nights;
    private TestDatabase database;

    @BeforeEach
    void startCompany() {
        home = prepared(new TestHome(folder).smallCompany());
        restart();
    }

    @AfterEach
    void stopCompany() {
        engine.close();
    }

    /** What a test adds to the company before it starts. */
    protected TestHome prepared(TestHome company) {
        return company;
    }

    /** Starts again on an empty database and without the archive of another, with whatever the home says now. */
    protected void restart() {
        FileSystemUtils.deleteRecursively(folder.resolve("archive").toFile());
        if (engine != null) {
            engine.close();
        }
        database = TestDatabase.fresh();
        start();
    }

    /** Starts again on the same database, with whatever the home says now. */
    protected void reopen() {
        engine.close();
        start();
    }

    private void start() {
        engine = home.engine(database);
        nights = new Nights(engine);
    }

    /** The program in a process of its own, against the same home and database. */
    protected ChildProgram child(String... arguments) {
        return ChildProgram.start(home, database, arguments);
    }

    /** Types commands against the same home and database. */
    protected Shell shell() {
        return new Shell(home, database.settings());
    }

    protected List<String> rows(String sql) {
        return nights.rows(sql);
    }
}
