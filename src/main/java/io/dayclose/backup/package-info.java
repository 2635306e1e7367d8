/** Books, home and archive in one file, and back. */
@NullMarked
package io.dayclose.backup;

import org.jspecify.annotations.NullMarked;
