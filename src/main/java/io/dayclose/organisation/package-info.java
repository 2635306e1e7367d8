/**
 * Branches, dealers, outlets, people and products as of a date.
 *
 * <p>{@link io.dayclose.organisation.Organisation} holds all of it in memory for checks that must not wait for a
 * database; {@link io.dayclose.organisation.OrganisationStore} reads it, and answers whom a report goes to.
 */
@NullMarked
package io.dayclose.organisation;

import org.jspecify.annotations.NullMarked;
