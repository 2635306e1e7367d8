package io.dayclose.testing;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lends databases to test classes and empties those that come back. */
public final class EmptiedDatabases implements AfterAllCallback {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Deque<TestDatabase> EMPTY = new ArrayDeque<>();
    private static final List<TestDatabase> LENT = new ArrayList<>();
    private static MigratedTables migrated;

    static synchronized TestDatabase take() {
        var database = EMPTY.isEmpty() ? made() : EMPTY.pop();
        LENT.add(database);
        return database;
    }

    private static TestDatabase made() {
        var database = migrated();
        if (migrated == null) {
            migrated = MigratedTables.of(database.name());
            return migrated();
        }
        return database;
    }

    private static TestDatabase migrated() {
        var database = foreign();
        Flyway.configure()
                .dataSource(database.url(), "root", "")
                .locations("classpath:delivered/sql/migration")
                .load()
                .migrate();
        return database;
    }

    /** One without a table, which is not used again. */
    static TestDatabase foreign() {
        var name = "dayclose_test_" + ProcessHandle.current().pid() + "_" + NEXT.incrementAndGet();
        TestServer.run("DROP DATABASE IF EXISTS " + name);
        TestServer.run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        if (TestServer.outlivesTests()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TestServer.run("DROP DATABASE IF EXISTS " + name)));
        }
        return new TestDatabase(name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!context.getRequiredTestClass().isMemberClass()) {
            takeBack();
        }
    }

    private static synchronized void takeBack() {
        LENT.forEach(EmptiedDatabases::takeBack);
        LENT.clear();
    }

    /** One that a test holds on to is left to it. */
    private static void takeBack(TestDatabase database) {
        database.closePools();
        try {
            migrated.empty(database.name());
            EMPTY.push(database);
        } catch (SQLException held) {
            System.err.println(database.name() + " is not used again: " + held.getMessage());
        }
    }
}
