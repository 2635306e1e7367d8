package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.approval.Decisions.Proposal;
import io.dayclose.approval.Decisions.Voice;
import io.dayclose.close.BookOperations;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.consignment.decide.BreakNotes;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all decisions have in common: who, why, and an answer in one sentence. */
abstract class DecideAction extends HomeCommand {
    @Mixin
    private UserOption user = new UserOption();

    @Option(names = "--reason", required = true, paramLabel = "T", description = "why / 原因")
    private String reason = "";

    /** Does it and says what was done. */
    abstract String act(BookOperations books, Work work);

    @Override
    void require() {
        if (reason.isBlank()) {
            throw Refusal.usage(Problem.at("--reason", Message.REASON_REQUIRED));
        }
    }

    @Override
    int work(Engine engine) {
        err().println(act(new BookOperations(engine.work(), engine.transactions()), engine.work()));
        return 0;
    }

    final Voice voice(Work work) {
        return new Voice(user.name(), work.now(), reason);
    }

    final String propose(BookOperations books, Work work, Proposal proposal) {
        return said("decide.pending", books.propose(proposal, voice(work)));
    }

    /** The same for what counts at once. */
    final BreakNotes.Said said(Work work) {
        return new BreakNotes.Said(user.name(), reason, work.now().toLocalDate());
    }

    /** Keeps what needs no second person, together with what it does. */
    final String keep(BookOperations books, Work work, Proposal proposal, Runnable action) {
        books.keep(proposal, voice(work), action);
        return said("decide.kept", proposal.detail());
    }

    static String said(String key, Object... values) {
        return Texts.of(Terminal.language()).format(key, values);
    }

    /** What kind of payee a code names. */
    static String kind(Work work, String code) {
        var organisation = new OrganisationStore(work.jdbc()).load();
        return List.of(PayeeKind.values()).stream()
                .filter(kind -> organisation.knows(kind.name().toLowerCase(Locale.ROOT), code))
                .findFirst()
                .map(Enum::name)
                .orElseThrow(() -> Refusal.usage(Problem.at("decide", Message.NO_SUCH_PAYEE, code)));
    }
}
