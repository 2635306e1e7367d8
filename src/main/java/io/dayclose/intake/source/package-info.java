/**
 * Where rows come from. {@link io.dayclose.intake.source.Collector} registers what a night brings and keeps its bytes;
 * {@link io.dayclose.intake.source.RowSource} reads it row by row; {@link io.dayclose.intake.source.SourceStore} is the
 * register, with position and controls.
 */
@NullMarked
package io.dayclose.intake.source;

import org.jspecify.annotations.NullMarked;
