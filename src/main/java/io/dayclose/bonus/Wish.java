package io.dayclose.bonus;

import java.time.LocalDateTime;

/**
 * What somebody wants to do.
 *
 * @param sheet of DRAFT and SUBMIT the figures as they are now, else the frozen ones
 * @param reason empty when none was given
 */
public record Wish(Deed.Kind kind, Actor by, LocalDateTime at, String reason, Sheet sheet) {

    Deed deed(String step) {
        return new Deed(kind, step, by, at, reason, sheet.digest());
    }
}
