package io.dayclose.bonus;

import java.time.LocalDateTime;

/**
 * What somebody wants to do.
 *
 * @param sheet of DRAFT and SUBMIT the figures as they are now, else the frozen ones
 * @param reason empty when none was given
 */
public record ApprovalCommand(
        ApprovalEvent.Kind kind, Actor by, LocalDateTime at, String reason, BonusStatement sheet) {

    ApprovalEvent deed(String step) {
        return new ApprovalEvent(kind, step, by, at, reason, sheet.digest());
    }
}
