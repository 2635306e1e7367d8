package io.dayclose.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Breaks the program at the n-th commit, just before it or just after: a bean among the program's own. */
public final class CutCommits implements BeanPostProcessor {
    private final AtomicLong commits = new AtomicLong();
    private volatile long cutAt;
    private volatile boolean after;

    /** Counts from here and breaks once at a commit; 0 never. */
    public void cut(long at, boolean afterIt) {
        commits.set(0);
        cutAt = at;
        after = afterIt;
    }

    /** How many commits there were since counting began. */
    public long counted() {
        return commits.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? proxy(DataSource.class, source) : bean;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    boolean commit =
                            target instanceof Connection && method.getName().equals("commit");
                    boolean cut = commit && commits.incrementAndGet() == cutAt;
                    if (cut && !after) {
                        throw new SQLException("the connection was cut before commit " + cutAt);
                    }
                    try {
                        var result = method.invoke(target, values);
                        if (cut) {
                            throw new SQLException("the connection was cut after commit " + cutAt);
                        }
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
