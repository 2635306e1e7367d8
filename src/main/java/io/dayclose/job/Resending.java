package io.dayclose.job;

import io.dayclose.database.FencedTransactions;
import io.dayclose.delivery.Resend;
import io.dayclose.delivery.Resend.Mail;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends workbooks again because somebody says so: those that were refused or are not known to have come, or one person's. */
public final class Resending {
    private static final Set<String> UNSENT = Set.of("REJECTED", "UNCONFIRMED", "RETRY");

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
            chosen.addAll(chosen(choice, to)); // not before: another sender may have sent some of it
            transaction.executeWithoutResult(status -> chosen.forEach(this::again));
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
        if (address.state().equals("PENDING") || !mail.state().equals("SENT")) {
            resend.again(mail.workbook(), address);
        }
    }

    private List<Mail> chosen(Resend.Choice choice, Optional<String> to) {
        var all = resend.mails(choice);
        if (to.isEmpty()) {
            return all.stream().filter(mail -> UNSENT.contains(mail.state())).toList();
        }
        var his = all.stream().filter(mail -> mail.recipient().equals(to.get())).toList();
        return his.isEmpty() ? news(choice, all, to.get()) : his;
    }

    private static List<Mail> news(Resend.Choice choice, List<Mail> all, String to) {
        if (choice.report().isEmpty()
                || choice.scope().isEmpty()
                || choice.date().isEmpty()) {
            throw Refusal.usage(Problem.at("--to", Message.NO_RECIPIENT_YET, to));
        }
        return all.stream()
                .map(mail -> new Mail(mail.workbook(), mail.subject(), mail.revision(), to, ""))
                .distinct()
                .toList();
    }
}
