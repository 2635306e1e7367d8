package io.dayclose.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Lists what is to be done only when the step begins, when the steps before it have ended. A restart lists again from the
 * start: what is done already is either not on the list any more or says nothing new.
 */
final class LateItems<T> implements ItemStreamReader<T> {
    private final Supplier<List<T>> list;
    private final Deque<T> items = new ArrayDeque<>();

    LateItems(Supplier<List<T>> list) {
        this.list = list;
    }

    @Override
    public void open(ExecutionContext context) {
        items.addAll(list.get());
    }

    @Override
    public @Nullable T read() {
        return items.poll();
    }
}
