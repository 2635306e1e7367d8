/**
 * What everybody has brought. {@link io.dayclose.target.metric.MetricStore} runs a metric's query for a span of days, {@link
 * io.dayclose.target.metric.MetricValues} is what it gave.
 */
@NullMarked
package io.dayclose.target.metric;

import org.jspecify.annotations.NullMarked;
