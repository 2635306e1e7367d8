package io.dayclose.bonus;

import io.dayclose.config.bonus.ScopeKind;
import io.dayclose.target.Scope;
import java.util.Optional;

/** Somebody who takes part in a bonus plan, as master data knew him on the month's last day. */
public record Participant(String person, String role, String branch, Optional<String> outlet) {
    private static final String NOWHERE = "?";

    /** The unit whose figures a role is measured by when the plan says nothing else: what it answers for. */
    Scope measuredBy(Optional<ScopeKind> wanted) {
        return scope(wanted.orElseGet(() -> switch (role) {
            case "GENERAL_MANAGER", "SALES_DIRECTOR" -> ScopeKind.COMPANY;
            case "BRANCH_MANAGER" -> ScopeKind.BRANCH;
            case "STORE_DIRECTOR" -> ScopeKind.OUTLET;
            default -> ScopeKind.PERSON;
        }));
    }

    /** The unit of a kind he belongs to. Who has no outlet belongs to one that has no figures. */
    Scope scope(ScopeKind kind) {
        return switch (kind) {
            case COMPANY -> Scope.COMPANY;
            case BRANCH -> new Scope(Scope.Kind.BRANCH, branch);
            case OUTLET -> new Scope(Scope.Kind.OUTLET, outlet.orElse(NOWHERE));
            case PERSON -> new Scope(Scope.Kind.PERSON, person);
        };
    }
}
