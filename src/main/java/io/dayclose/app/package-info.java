/**
 * The running program. {@link io.dayclose.app.Engine} starts what a command needs of it and no more: the database and its
 * tables at once ({@code Schema} asks their version, {@code Migration} changes them only when it differs), Spring Batch and
 * the mail library when somebody asks for them. {@link io.dayclose.app.StartFailure} says in words why it did not start.
 */
@NullMarked
package io.dayclose.app;

import org.jspecify.annotations.NullMarked;
