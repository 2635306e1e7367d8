package io.dayclose.bonus;

import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.Optional;

/** What metrics, scores and targets came to in one month. Values are exact, never rounded for the eye. */
public interface Figures {

    /** The value of a metric or score; empty when there is none, which is not 0. */
    Optional<BigDecimal> actual(String metric, Scope scope);

    /** The month's target of a metric; empty when none was set. */
    Optional<BigDecimal> target(String metric, Scope scope);
}
