package io.dayclose.bonus;

import io.dayclose.bonus.ApprovalEvent.Kind;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.bonus.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one plan's month: DRAFT → SUBMITTED → one state per step → APPROVED; what is rejected or withdrawn is a draft
 * again. Where it stands follows from what was done alone.
 *
 * <p>Nobody approves two steps of one submission, and nobody ever approves a month that he has submitted, at whatever time.
 * A rejected submission takes its approvals with it: who agreed to other figures may agree again.
 *
 * @param steps the roles that must agree, one after the other
 * @param deeds in the order in which they were done
 */
public record ApprovalWorkflow(List<String> steps, List<ApprovalEvent> deeds) {

    public ApprovalWorkflow {
        steps = List.copyOf(steps);
        deeds = List.copyOf(deeds);
    }

    public State state() {
        if (underWay().isEmpty()) {
            return new State.Draft();
        }
        int agreed = approvals().size();
        if (agreed == steps.size()) {
            return new State.Approved();
        }
        return agreed == 0 ? new State.Submitted() : new State.Agreed(steps.get(agreed - 1));
    }

    /** The role that is waited for. */
    public Optional<String> waitsFor() {
        return underWay().isEmpty() || state() instanceof State.Approved
                ? Optional.empty()
                : Optional.of(steps.get(approvals().size()));
    }

    /** The submission that is being approved, or was: none while it is a draft. */
    public Optional<ApprovalEvent> submission() {
        return underWay().stream().findFirst();
    }

    /** What becomes of a wish, given all users that could act instead. */
    public Outcome next(ApprovalCommand wish, List<Actor> users) {
        var refusals = new Refusals(this, wish, users);
        return refusals.first()
                .<Outcome>map(Refused::new)
                .orElseGet(() ->
                        done(wish.deed(wish.kind() == Kind.APPROVE ? waitsFor().orElseThrow() : "")));
    }

    /** The same course with one more deed. */
    public ApprovalWorkflow with(ApprovalEvent deed) {
        var more = new ArrayList<>(deeds);
        more.add(deed);
        return new ApprovalWorkflow(steps, more);
    }

    private Done done(ApprovalEvent deed) {
        return new Done(with(deed).state(), deed);
    }

    /** Who may approve the step that is waited for. */
    List<Actor> mayApprove(List<Actor> users) {
        return waitsFor().stream()
                .flatMap(step -> users.stream()
                        .filter(user -> user.holds(step)
                                && !hasSubmitted(user)
                                && approvedBy(user).isEmpty()))
                .toList();
    }

    boolean hasSubmitted(Actor user) {
        return deeds.stream()
                .anyMatch(deed -> deed.kind() == Kind.SUBMIT && deed.by().is(user));
    }

    /** The step of this submission that somebody has approved. */
    Optional<String> approvedBy(Actor user) {
        return approvals().stream()
                .filter(deed -> deed.by().is(user))
                .map(ApprovalEvent::step)
                .findFirst();
    }

    private List<ApprovalEvent> approvals() {
        return underWay().stream().filter(deed -> deed.kind() == Kind.APPROVE).toList();
    }

    /** The last submission and what followed it; nothing when it was sent or taken back, or there is none. */
    private List<ApprovalEvent> underWay() {
        for (int last = deeds.size() - 1; last >= 0; last--) {
            switch (deeds.get(last).kind()) {
                case SUBMIT -> {
                    return deeds.subList(last, deeds.size());
                }
                case REJECT, WITHDRAW -> {
                    return List.of();
                }
                case DRAFT, APPROVE -> {
                    // further back
                }
            }
        }
        return List.of();
    }
}
