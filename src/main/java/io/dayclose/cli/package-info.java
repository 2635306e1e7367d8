/**
 * The shell's door. {@link io.dayclose.cli.DaycloseCommand} knows the commands, {@link io.dayclose.app.Engine} starts
 * the program for those that need a database. Standard output holds rows only; all else goes to standard error.
 */
@NullMarked
package io.dayclose.cli;

import org.jspecify.annotations.NullMarked;
