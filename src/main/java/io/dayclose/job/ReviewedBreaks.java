package io.dayclose.job;

import io.dayclose.approval.Decisions.Kind;
import io.dayclose.approval.Decisions.Proposal;
import io.dayclose.close.BookOperations;
import io.dayclose.consignment.BreakState;
import io.dayclose.consignment.decide.BreakNotes;
import io.dayclose.consignment.decide.KeyResolver;
import io.dayclose.consignment.decide.Review;
import io.dayclose.intake.source.ReturnedWorkbook;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes what reviewers have written into the workbook of breaks and dropped into the inbox. Each row counts by itself: one that is
 * stale, was edited or cannot be understood is refused by name, the others are kept. Where money moves, somebody else must approve.
 */
final class ReviewedBreaks {
    /** Who proposes what a workbook says: it does not tell who filled it in. */
    private static final String WORKBOOK = "workbook";

    private final Work work;
    private final RunListener listener;
    private final KeyResolver keys;
    private final BreakNotes remarks;

    ReviewedBreaks(Work work, RunListener listener) {
        this.work = work;
        this.listener = listener;
        keys = new KeyResolver(work.jdbc());
        remarks = new BreakNotes(work.jdbc());
    }

    void collect(ReturnedWorkbook sentBack) {
        sentBack.each(Review::isHeader, this::take);
    }

    private void take(String file, List<Map<String, String>> rows) {
        rows.stream().map(Review::of).filter(Review::decides).forEach(review -> take(file, review));
    }

    private void take(String file, Review review) {
        var place = file + ":" + review.row();
        try {
            if (review.reason().isEmpty()) {
                throw Refusal.usage(Problem.at(place, Message.REASON_REQUIRED));
            }
            remarks.requireUnchanged(review);
            decide(review);
        } catch (Refusal refused) {
            var problem = refused.problem();
            listener.notice(new Problem(place, problem.message(), problem.values()));
        }
    }

    private void decide(Review review) {
        var said = new BreakNotes.Said(WORKBOOK, review.reason(), work.now().toLocalDate());
        switch (review.verb()) {
            case WRITE_OFF -> propose(Kind.WRITE_OFF, KeyResolver.detail(Stream.of(keys.ended(review.key()))), review);
            case MATCH ->
                propose(
                        Kind.MATCH,
                        keys.match(Stream.concat(Stream.of(review.key()), review.arguments().stream())
                                .toList()),
                        review);
            case ASSIGN -> remarks.assign(keys.breakOf(review.key()), review.argument(), said);
            case INVESTIGATING -> stand(BreakState.INVESTIGATING, review, said);
            case WITH_CARRIER -> stand(BreakState.WITH_CARRIER, review, said);
            case WITH_DEALER -> stand(BreakState.WITH_DEALER, review, said);
        }
    }

    private void stand(BreakState state, Review review, BreakNotes.Said said) {
        remarks.state(keys.breakOf(review.key()), state, said);
    }

    private void propose(Kind kind, String detail, Review review) {
        BookOperations.decisions(work)
                .proposeFromWorkbook(
                        Proposal.about(kind, detail, keys.atStake(kind, detail)), work.now(), review.reason());
    }
}
