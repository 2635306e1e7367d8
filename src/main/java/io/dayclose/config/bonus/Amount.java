package io.dayclose.config.bonus;

import java.math.BigDecimal;

/**
 * What a total is worth: base × multiple.
 *
 * @param base in the company's currency
 * @param multiple from the printed total to a factor
 */
public record Amount(BigDecimal base, Curve multiple) {}
