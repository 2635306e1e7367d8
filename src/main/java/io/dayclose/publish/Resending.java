package io.dayclose.publish;

import io.dayclose.database.FencedTransactions;
import io.dayclose.delivery.MailState;
import io.dayclose.delivery.Resend;
import io.dayclose.delivery.Resend.Mail;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends workbooks again because somebody says so: those that were refused or are not known to have come, or one person's. */
public final class Resending {
    private final Resend resend;
    private final Mailing mailing;
    private final Addressees addressees;
    private final TransactionTemplate transaction;

    public Resending(Work work, RunListener listener) {
        resend = new Resend(work.jdbc());
        mailing = new Mailing(work, listener);
        addressees = new Addressees(work, listener);
        transaction = new TransactionTemplate(new FencedTransactions(work.dataSource()));
    }

    /**
     * Sends what is chosen and returns it as it stands then.
     *
     * @param to an address: only its mails, whatever became of them; one that was no recipient so far gets the workbook of one report and scope
     * @throws Refusal when a new address is named for more than one report and scope: nobody gets what is not his by a slip
     */
    public List<Mail> send(Resend.Choice choice, Optional<String> to) {
        var chosen = new ArrayList<Mail>();
        mailing.alone(() -> {
            // not before: another sender may have sent some of it
            transaction.executeWithoutResult(status -> {
                chosen.addAll(chosen(choice, to));
                chosen.forEach(this::again);
            });
        });
        return resend.mails(choice).stream()
                .filter(mail -> chosen.stream()
                        .anyMatch(each -> each.workbook() == mail.workbook()
                                && each.recipient().equals(mail.recipient())))
                .toList();
    }

    /** What has come to an address that is no longer allowed stays known as sent. */
    private void again(Mail mail) {
        var address = addressees.address(mail.recipient(), mail.subject(), mail.revision());
        if (address.state() == MailState.PENDING || !mail.isIn(MailState.SENT)) {
            resend.again(mail.workbook(), address);
        }
    }

    private List<Mail> chosen(Resend.Choice choice, Optional<String> to) {
        var all = resend.mails(choice);
        if (to.isEmpty()) {
            return all.stream()
                    .filter(mail -> isUnsent(mail) || isAsked(mail, choice))
                    .flatMap(mail -> owed(mail, all))
                    .distinct()
                    .toList();
        }
        var address = Addressees.one(to.get());
        var his = all.stream().filter(mail -> mail.recipient().equals(address)).toList();
        return his.isEmpty() ? news(choice, all, address) : his;
    }

    private static boolean isUnsent(Mail mail) {
        return mail.isIn(MailState.REJECTED, MailState.UNCONFIRMED, MailState.RETRY);
    }

    /** Here the address was wrong, or there was none: master data may know a better one by now. */
    private static boolean isLost(Mail mail) {
        return mail.isIn(MailState.REJECTED, MailState.NO_RECIPIENT);
    }

    /** What had nobody to go to goes out only of a date that is named: who is new need not get a year of workbooks. */
    private static boolean isAsked(Mail mail, Resend.Choice choice) {
        return mail.isIn(MailState.NO_RECIPIENT) && choice.date().isPresent();
    }

    /** A mail to the address it had, or to those its workbook goes to now. */
    private Stream<Mail> owed(Mail mail, List<Mail> all) {
        var now = isLost(mail) ? addressees.now(mail.subject()) : Set.<String>of();
        if (now.isEmpty() || now.contains(mail.recipient())) {
            return mail.recipient().isEmpty() ? Stream.empty() : Stream.of(mail);
        }
        resend.replaced(mail, String.join(", ", now));
        return now.stream()
                .filter(address -> all.stream()
                        .noneMatch(each -> each.workbook() == mail.workbook()
                                && each.recipient().equals(address)))
                .map(mail::to);
    }

    private static List<Mail> news(Resend.Choice choice, List<Mail> all, String to) {
        if (choice.report().isEmpty()
                || choice.scope().isEmpty()
                || choice.date().isEmpty()) {
            throw Refusal.usage(Problem.at("--to", Message.NO_RECIPIENT_YET, to));
        }
        return all.stream().map(mail -> mail.to(to)).distinct().toList();
    }
}
