/**
 * From a workbook to a mail that arrived once.
 *
 * <p>{@link io.dayclose.delivery.Outbox} keeps every workbook and every mail with its state;
 * {@link io.dayclose.delivery.Delivery} sends what is due by SMTP, or writes {@code .eml} files until SMTP is
 * configured; {@link io.dayclose.delivery.LetterText} are the words of a mail.
 */
@NullMarked
package io.dayclose.delivery;

import org.jspecify.annotations.NullMarked;
