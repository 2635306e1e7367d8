package io.dayclose.schedule;

import io.dayclose.calendar.SpokenDate;
import io.dayclose.database.ContentDigest;
import io.dayclose.database.FencedTransactions;
import io.dayclose.delivery.Letter;
import io.dayclose.delivery.LetterText;
import io.dayclose.delivery.Outbox;
import io.dayclose.publish.Addressees;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Problem;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Mails the operators what they have to see to, when there is something they have not been told. */
public final class Alarm {
    /** Alerts belong to no run: they leave whether or not its workbooks do. */
    private static final long NO_RUN = 0;

    private static final JsonMapper JSON = new JsonMapper();

    private final Work work;
    private final Outbox outbox;
    private final Addressees addressees;
    private final Texts texts;
    private final TransactionTemplate transaction;

    Alarm(Work work, RunListener listener) {
        this.work = work;
        outbox = new Outbox(work.jdbc());
        addressees = new Addressees(work, listener);
        texts = Texts.of(work.home().company().language());
        transaction = new TransactionTemplate(new FencedTransactions(work.dataSource()));
    }

    /**
     * Puts an alert into the outbox, to leave with the next mails; does nothing where no operators are named.
     *
     * @param about what kind of alert: each kind is compared with the last of its own
     */
    void raise(String about, LocalDate date, List<Problem> problems) {
        var lines = problems.stream().map(each -> each.text(texts.language())).toList();
        var subject = new Outbox.Subject("alert", about, "COMPANY", date);
        var latest = outbox.latest(subject);
        var said = latest.map(last -> List.of(JSON.readValue(last.figures(), String[].class)))
                .orElse(List.of());
        if (!said.containsAll(lines)
                && !work.home().company().mail().operators().isEmpty()) {
            var next = latest.map(last -> last.revision() + 1).orElse(0);
            transaction.executeWithoutResult(status -> put(subject, next, lines));
        }
    }

    private void put(Outbox.Subject subject, int revision, List<String> lines) {
        var digest = new ContentDigest();
        lines.forEach(digest::add);
        var item = new Outbox.Item(
                subject,
                revision,
                NO_RUN,
                "",
                texts.format("alert.title") + "_" + subject.date(),
                digest.hex(),
                JSON.writeValueAsString(lines),
                new LetterText(letter(subject.date(), lines)),
                new byte[0]);
        outbox.put(item, addressees.operators(subject, revision), work.now());
        outbox.release(NO_RUN, work.now());
    }

    private Letter letter(LocalDate date, List<String> lines) {
        var count = new Letter.Figure(texts.format("alert.count"), String.valueOf(lines.size()));
        var rows = Stream.concat(Stream.of(texts.format("alert.what")), lines.stream())
                .map(List::of)
                .toList();
        return new Letter(
                texts.language(),
                texts.format("alert.title"),
                work.home().company().name().in(texts.language()),
                SpokenDate.withWeekday(date, texts.language().locale()),
                0,
                "",
                List.of(count),
                List.of(),
                List.of(),
                Optional.of(texts.format("alert.todo")),
                rows,
                List.of(),
                false);
    }
}
