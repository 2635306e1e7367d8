package io.dayclose.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;

/** Writes mails as {@code .eml} files instead of sending them. The same mail again is the same file. */
final class DirectoryTransport implements Transport {
    private final Path folder;

    DirectoryTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public Result send(MimeMessage message, String name) {
        var file = HostNames.resolve(folder, name + ".eml");
        try {
            WholeFile.write(file, message::writeTo);
            return new Result.Sent(file.getFileName().toString());
        } catch (IOException | MessagingException full) {
            return new Result.Retry(String.valueOf(full.getMessage()));
        }
    }
}
