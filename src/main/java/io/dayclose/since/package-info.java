/** What has changed after it was reported: which finished dates are stale, and why. */
@NullMarked
package io.dayclose.since;

import org.jspecify.annotations.NullMarked;
