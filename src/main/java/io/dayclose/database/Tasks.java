package io.dayclose.database;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work in its order, task by task: each must run in a transaction of its own, after those before it. What there is to do in a phase is
 * asked only when all phases before it are done.
 */
public final class Tasks {
    private final Deque<Supplier<Optional<Task>>> phases = new ArrayDeque<>();

    /** A piece of work and what it is about. */
    public record Task(String about, Runnable work) {
        public void run() {
            work.run();
        }
    }

    public Tasks once(String about, Runnable work) {
        return each(about, () -> List.of(""), any -> work.run());
    }

    /** @param list is asked once */
    public <T> Tasks each(String about, Supplier<? extends Collection<T>> list, Consumer<T> work) {
        var left = new ArrayDeque<Deque<T>>();
        return repeat(() -> {
            if (left.isEmpty()) {
                left.add(new ArrayDeque<>(list.get()));
            }
            return Optional.ofNullable(left.peek().poll())
                    .map(item -> new Task((about + " " + item).trim(), () -> work.accept(item)));
        });
    }

    /** @param next is asked again until it has nothing more */
    public Tasks repeat(Supplier<Optional<Task>> next) {
        phases.add(next);
        return this;
    }

    /** The next task; empty when all is done. Those before it must be done. */
    public Optional<Task> next() {
        while (!phases.isEmpty()) {
            var task = phases.peek().get();
            if (task.isPresent()) {
                return task;
            }
            phases.poll();
        }
        return Optional.empty();
    }

    /** Hands over all tasks in their order; each must be done when it comes back. */
    public void forEach(Consumer<Task> doing) {
        for (var task = next(); task.isPresent(); task = next()) {
            doing.accept(task.get());
        }
    }

    /** Does all of it in the transaction of the caller. */
    public void runAll() {
        forEach(Task::run);
    }
}
