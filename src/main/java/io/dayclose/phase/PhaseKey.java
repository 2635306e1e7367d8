package io.dayclose.phase;

/** A piece of work that can be handed over: the phase it belongs to, and its key there. */
public record PhaseKey(String phase, String key) {
    @Override
    public String toString() {
        return (phase + " " + key).trim();
    }
}
