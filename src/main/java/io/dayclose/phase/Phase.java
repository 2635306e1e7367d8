package io.dayclose.phase;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A part of a step: which keys are still to be done, and what is done for one. Each key is done in a transaction of its own; a key that
 * is done once more changes nothing.
 */
public final class Phase<K> {
    private final String name;
    private final KeyForm<K> form;
    private final Supplier<? extends Collection<K>> due;
    private final Consumer<K> work;

    private Phase(String name, KeyForm<K> form, Supplier<? extends Collection<K>> due, Consumer<K> work) {
        this.name = name;
        this.form = form;
        this.due = due;
        this.work = work;
    }

    /**
     * @param name what people read in the log and in the history; no other phase of the step bears it
     * @param due the keys still to be done, in their order; asked when the phases before are done
     */
    public static <K> Phase<K> of(
            String name, KeyForm<K> form, Supplier<? extends Collection<K>> due, Consumer<K> work) {
        return new Phase<>(name, form, due, work);
    }

    /** Work of one piece, whose key is empty. */
    public static Phase<String> once(String name, Runnable work) {
        return of(name, KeyForm.TEXT, () -> List.of(""), any -> work.run());
    }

    public String name() {
        return name;
    }

    /** The keys still to be done. */
    public List<PhaseKey> due() {
        return due.get().stream()
                .map(key -> new PhaseKey(name, form.write().apply(key)))
                .toList();
    }

    /** Does one key; must run in a transaction. */
    public void run(PhaseKey key) {
        work.accept(form.read().apply(key.key()));
    }
}
