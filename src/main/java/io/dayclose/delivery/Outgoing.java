package io.dayclose.delivery;

import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.time.LocalDate;

/**
 * One mail to one recipient, as it waits in the outbox. Wide: a row of {@code outbox_mail} with its workbook.
 */
record Outgoing(
        long id,
        long outboxId,
        String recipient,
        String messageId,
        MailState state,
        int attempts,
        String subject,
        String html,
        String plain,
        String fileName,
        LocalDate date) {

    /** The same mail when its workbook is too large to travel. */
    Outgoing without(Language language, long megabytes, int mostMegabytes) {
        var texts = Texts.of(language);
        var attached = texts.format("mail.footer");
        var left = texts.format("mail.footer.large", megabytes, mostMegabytes, date, fileName);
        return new Outgoing(
                id,
                outboxId,
                recipient,
                messageId,
                state,
                attempts,
                subject,
                html.replace(attached, left),
                plain.replace(attached, left),
                fileName,
                date);
    }

    /** Whether the process that sent it ended before it could say what became of it. */
    boolean wasCutOff() {
        return state == MailState.SENDING;
    }
}
