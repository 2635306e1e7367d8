package io.dayclose.phase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The phases of a step in their order. What there is to do in a phase is asked only when all phases before it are done. */
public final class Phases {
    private final Map<String, Phase<?>> byName = new HashMap<>();
    private final Deque<Rounds> left = new ArrayDeque<>();

    /** Adds a phase whose keys are asked for once. */
    public Phases then(Phase<?> phase) {
        return add(List.of(phase), false);
    }

    /** Adds phases that are gone through again and again, until none of them has a key any more. */
    public Phases untilDone(Phase<?>... phases) {
        return add(List.of(phases), true);
    }

    private Phases add(List<Phase<?>> phases, boolean again) {
        phases.forEach(phase -> {
            if (byName.put(phase.name(), phase) != null) {
                throw new IllegalArgumentException("two phases of one name: " + phase.name());
            }
        });
        left.add(new Rounds(phases, again));
        return this;
    }

    /** The next key; empty when all is done. Those before it must be done. */
    public Optional<PhaseKey> next() {
        while (!left.isEmpty()) {
            var key = left.peek().next();
            if (key.isPresent()) {
                return key;
            }
            left.poll();
        }
        return Optional.empty();
    }

    /** Does one key; must run in a transaction. */
    public void run(PhaseKey key) {
        Objects.requireNonNull(byName.get(key.phase()), key.phase()).run(key);
    }

    /** Hands over all keys in their order, each with the work to do in a transaction; it must be done when it comes back. */
    public void forEach(BiConsumer<PhaseKey, Runnable> doing) {
        for (var next = next(); next.isPresent(); next = next()) {
            var key = next.get();
            doing.accept(key, () -> run(key));
        }
    }

    /** Does all of it in the transaction of the caller. */
    public void runAll() {
        forEach((key, work) -> work.run());
    }

    /** Some phases, gone through once or until a whole round brings no key. */
    private static final class Rounds {
        private final List<Phase<?>> phases;
        private final boolean again;
        private final Deque<PhaseKey> keys = new ArrayDeque<>();
        private int asked;
        private boolean found;

        Rounds(List<Phase<?>> phases, boolean again) {
            this.phases = phases;
            this.again = again;
        }

        Optional<PhaseKey> next() {
            while (keys.isEmpty() && hasPhase()) {
                keys.addAll(phases.get(asked++).due());
                found |= !keys.isEmpty();
            }
            return Optional.ofNullable(keys.poll());
        }

        private boolean hasPhase() {
            if (asked == phases.size() && again && found) {
                asked = 0;
                found = false;
            }
            return asked < phases.size();
        }
    }
}
