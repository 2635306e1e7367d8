/**
 * The figures a company is led by. {@link io.dayclose.config.metric.Metric} is one file of {@code sql/metric/}: finance adds one
 * without Java. {@link io.dayclose.config.metric.Unit} says what it is counted in, {@link
 * io.dayclose.config.metric.MetricReader} reads that from the file's comments.
 */
@NullMarked
package io.dayclose.config.metric;

import org.jspecify.annotations.NullMarked;
