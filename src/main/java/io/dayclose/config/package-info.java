/**
 * What an installation has configured. {@link io.dayclose.config.HomeReader} reads all files of a home together into a
 * {@link io.dayclose.config.Home} and names everything wrong with file and line. {@link io.dayclose.config.Company},
 * {@link io.dayclose.config.Job}, {@link io.dayclose.config.Report} and {@link io.dayclose.config.feed.Feed} are its
 * parts; each has a reader beside it that holds the file's shape. {@link io.dayclose.config.HomeFiles} finds files, the
 * home's own before the delivered ones; {@link io.dayclose.config.SchemaFiles} writes the shapes out for editors.
 */
@NullMarked
package io.dayclose.config;

import org.jspecify.annotations.NullMarked;
