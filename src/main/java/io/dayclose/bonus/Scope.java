package io.dayclose.bonus;

import io.dayclose.config.bonus.ScopeKind;

/** Whose figure it is: a kind and a code, as targets and scores write them. */
public record Scope(ScopeKind kind, String code) {

    @Override
    public String toString() {
        return kind + " " + code;
    }
}
