/** Mail addresses as people write them. */
@org.jspecify.annotations.NullMarked
package io.dayclose.config.mail;
