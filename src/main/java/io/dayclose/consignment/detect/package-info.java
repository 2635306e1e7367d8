/**
 * What is left: {@link io.dayclose.consignment.detect.BreakDetection} names every difference of a waybill, with the type that
 * {@link io.dayclose.consignment.BreakRules} gives it, {@link io.dayclose.consignment.detect.StatementChecks} those of statements,
 * {@code MatchSuggestions} says what a line without a waybill might pay.
 */
@NullMarked
package io.dayclose.consignment.detect;

import org.jspecify.annotations.NullMarked;
