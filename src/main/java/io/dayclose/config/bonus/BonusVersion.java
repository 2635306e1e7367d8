package io.dayclose.config.bonus;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bonus plan says from a month on, until its next version begins.
 *
 * @param approval the roles of {@code users.yml} that must agree, one after the other; at least one, none twice
 */
public record BonusVersion(LocalDate from, Participants participants, BonusMethod way, List<String> approval) {

    public BonusVersion {
        approval = List.copyOf(approval);
        if (approval.isEmpty()) {
            throw new IllegalArgumentException("a bonus must be approved by somebody: " + from);
        }
    }
}
