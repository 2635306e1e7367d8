package io.dayclose.intake.fetch;

import io.dayclose.intake.read.RowSource;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mail: who sent it, what it is about, and its attachments.
 *
 * @param id what the server knows it by, for ever
 */
record Mail(Message message, String id, List<String> from, String subject) {
    private static final int SHOWN = 80;
    private static final int DEEPEST = 20;

    /** An attachment, by its place in the mail and its readable name. */
    record Attachment(String number, String name, Part part) {}

    static Mail of(Message message, String id) throws MessagingException {
        var from = Optional.ofNullable(message.getFrom()).orElse(new Address[0]);
        return new Mail(
                message,
                id,
                Arrays.stream(from)
                        .map(address -> address instanceof InternetAddress mail
                                ? String.valueOf(mail.getAddress())
                                : address.toString())
                        .map(Mail::shown)
                        .toList(),
                shown(Optional.ofNullable(message.getSubject()).orElse("")));
    }

    /** On one line, whatever a stranger has written. */
    private static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    String sender() {
        return from.isEmpty() ? "?" : String.join(", ", from);
    }

    /** Its attachments, but for files of totals that belong to another of them. */
    static List<Attachment> withoutTotals(List<Attachment> all) {
        return all.stream()
                .filter(each -> all.stream().noneMatch(file -> each.name().equals(file.name() + RowSource.TOTALS)))
                .toList();
    }

    /** All that has a name, but for pictures that are shown in the text; a mail inside a mail is not looked into. */
    List<Attachment> attachments() throws MessagingException {
        var found = new ArrayList<Attachment>();
        try {
            collect(message, "", found);
        } catch (IOException failed) {
            throw new MessagingException(FetchFailure.said(failed), failed);
        }
        return found;
    }

    private static void collect(Part part, String number, List<Attachment> found)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && number.length() < 2 * DEEPEST) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), number + (i + 1) + ".", found);
            }
        } else if (part.getFileName() != null && !isPicture(part)) {
            found.add(new Attachment(number, EncodedName.of(part.getFileName()), part));
        }
    }

    private static boolean isPicture(Part part) throws MessagingException {
        boolean shown = Part.INLINE.equalsIgnoreCase(part.getDisposition())
                || part instanceof MimePart mime && mime.getHeader("Content-ID") != null;
        return part.isMimeType("image/*") && shown;
    }
}
