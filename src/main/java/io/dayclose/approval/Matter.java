package io.dayclose.approval;

import io.dayclose.approval.Decisions.Kind;
import io.dayclose.config.User;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What is decided on; of kinds without an amount it is 0. */
public record Matter(Kind kind, String payeeKind, String payee, String month, BigDecimal amount) {
    /** As it is written in {@code users.yml} and at the shell. */
    String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean pays(User user) {
        return payeeKind.equals("PERSON") && user.person().filter(payee::equals).isPresent();
    }

    Optional<BigDecimal> limit(User user) {
        return Optional.ofNullable(user.limits().get(word()));
    }

    boolean isOver(User user) {
        return limit(user).filter(most -> amount.abs().compareTo(most) > 0).isPresent();
    }
}
