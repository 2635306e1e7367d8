/**
 * Proposes a feed's file from a file somebody has. {@link io.dayclose.intake.describe.FeedProposal} looks at the rows, guesses
 * the feed and its columns by the names that people use, and says what it is not sure of.
 */
@NullMarked
package io.dayclose.intake.describe;

import org.jspecify.annotations.NullMarked;
