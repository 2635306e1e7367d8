/**
 * YAML files with line numbers, and what may stand in them.
 *
 * <p>{@link io.dayclose.config.yaml.YamlFile} reads a file into {@link io.dayclose.config.yaml.Node}s;
 * a {@link io.dayclose.config.yaml.Shape} checks them, says what to write instead, and becomes the JSON Schema for
 * editors; {@link io.dayclose.config.yaml.Problems} collects everything wrong, and
 * {@link io.dayclose.config.yaml.Values} reads out what is right.
 */
@NullMarked
package io.dayclose.config.yaml;

import org.jspecify.annotations.NullMarked;
