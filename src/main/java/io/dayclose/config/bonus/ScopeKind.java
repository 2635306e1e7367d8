package io.dayclose.config.bonus;

/** What a figure is told for, as targets and scores write it. */
public enum ScopeKind {
    COMPANY,
    BRANCH,
    OUTLET,
    PERSON
}
