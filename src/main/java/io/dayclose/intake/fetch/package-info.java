/**
 * What lies on other people's servers. {@link io.dayclose.intake.fetch.RemoteFolder} shows the files a feed wants from an SFTP
 * server ({@code SftpFolder}) or a mailbox ({@code MailFolder}), hands out their bytes and clears away what has been kept. It
 * registers nothing: that is done by {@code intake.source}.
 */
@NullMarked
package io.dayclose.intake.fetch;

import org.jspecify.annotations.NullMarked;
