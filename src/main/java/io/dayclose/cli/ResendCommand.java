package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.delivery.MailState;
import io.dayclose.delivery.Resend;
import io.dayclose.inquiry.Rows;
import io.dayclose.publish.Resending;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends stored workbooks again. */
@Command(
        name = "resend",
        description = "send again what was refused or may not have arrived, or one address's mails / 重发邮件",
        mixinStandardHelpOptions = true)
final class ResendCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--date", paramLabel = "D", description = "of this business date only / 业务日期")
    private @Nullable LocalDate date;

    @Option(names = "--report", paramLabel = "R", description = "of this report only / 报表")
    private @Nullable String report;

    @Option(
            names = "--scope",
            paramLabel = "C",
            description = "of this branch, dealer or person only, by its code / 范围代码")
    private @Nullable String scope;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "this address's, also what has arrived / 收件人")
    private @Nullable String to;

    @Override
    int work(Engine engine) {
        var choice =
                new Resend.Choice(Optional.ofNullable(date), Optional.ofNullable(report), Optional.ofNullable(scope));
        var mails = new Resending(engine.work(), new Progress(err())).send(choice, Optional.ofNullable(to));
        print(mails);
        long sent = mails.stream().filter(mail -> mail.isIn(MailState.SENT)).count();
        say("resend.done", mails.size(), sent);
        return sent == mails.size() ? 0 : 4;
    }

    private void print(List<Resend.Mail> mails) {
        var rows = new Rows(List.of("report", "scope", "business_date", "revision", "recipient", "state"));
        mails.forEach(mail -> rows.add(List.of(
                mail.subject().report(),
                mail.subject().scopeCode(),
                mail.subject().date(),
                mail.revision(),
                mail.recipient(),
                mail.state() == null ? "" : mail.state().name())));
        format.print(rows, out());
    }
}
