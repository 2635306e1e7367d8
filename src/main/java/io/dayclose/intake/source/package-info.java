/**
 * What comes and where it is kept. {@link io.dayclose.intake.source.Collector} registers what a night brings and keeps its
 * bytes; {@link io.dayclose.intake.source.SourceStore} is the register, with position and controls. Files are read by
 * {@code intake.read}.
 */
@NullMarked
package io.dayclose.intake.source;

import org.jspecify.annotations.NullMarked;
