package io.dayclose.bonus;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a command is not granted, told to the one who has to act: what is in the way, and who may. */
final class Refusals {
    private static final Bilingual NOBODY = new Bilingual("users.yml 中无人", "nobody in users.yml");

    private final ApprovalWorkflow workflow;
    private final ApprovalCommand command;
    private final List<Actor> users;

    Refusals(ApprovalWorkflow workflow, ApprovalCommand command, List<Actor> users) {
        this.workflow = workflow;
        this.command = command;
        this.users = users;
    }

    /** The first reason against it. */
    Optional<Problem> first() {
        return switch (command.kind()) {
            case DRAFT -> notDraft();
            case SUBMIT -> notDraft().or(this::unknown).or(this::incomplete);
            case APPROVE -> notWaiting().or(this::otherRole).or(this::own).or(this::twice);
            case REJECT -> notWaiting().or(this::otherRole).or(this::noReason);
            case WITHDRAW -> notWaiting().or(this::notConcerned);
        };
    }

    private Optional<Problem> notDraft() {
        return workflow.state() instanceof State.Draft
                ? Optional.empty()
                : approved()
                        .or(() -> told(Message.BONUS_UNDER_WAY, workflow.state().text(), submitter()));
    }

    private Optional<Problem> notWaiting() {
        return workflow.state() instanceof State.Draft ? told(Message.BONUS_NOT_SUBMITTED) : approved();
    }

    private Optional<Problem> approved() {
        return workflow.state() instanceof State.Approved ? told(Message.BONUS_APPROVED) : Optional.empty();
    }

    private Optional<Problem> unknown() {
        return users.stream().anyMatch(user -> user.is(command.by()))
                ? Optional.empty()
                : Optional.of(
                        Problem.at(place(), Message.USER_UNKNOWN, command.by().user()));
    }

    private Optional<Problem> incomplete() {
        var missing = command.sheet().missing();
        return missing.isEmpty()
                ? Optional.empty()
                : told(
                        Message.BONUS_INCOMPLETE,
                        missing.stream().map(Missing::toString).collect(Collectors.joining(", ")));
    }

    private Optional<Problem> otherRole() {
        var step = workflow.waitsFor().orElseThrow();
        return command.by().holds(step)
                ? Optional.empty()
                : told(Message.BONUS_OTHER_ROLE, step, command.by().user(), names(workflow.mayApprove(users)));
    }

    private Optional<Problem> own() {
        return workflow.hasSubmitted(command.by())
                ? told(Message.BONUS_OWN, command.by().user(), names(workflow.mayApprove(users)))
                : Optional.empty();
    }

    private Optional<Problem> twice() {
        return workflow.approvedBy(command.by())
                .flatMap(step ->
                        told(Message.BONUS_TWICE, command.by().user(), step, names(workflow.mayApprove(users))));
    }

    private Optional<Problem> noReason() {
        return command.reason().isBlank()
                ? Optional.of(Problem.at(place(), Message.REASON_REQUIRED))
                : Optional.empty();
    }

    /** What is under way is taken back by who has submitted it or has a say in it. */
    private Optional<Problem> notConcerned() {
        boolean concerned =
                workflow.hasSubmitted(command.by()) || workflow.steps().stream().anyMatch(command.by()::holds);
        return concerned
                ? Optional.empty()
                : told(Message.BONUS_NOT_CONCERNED, command.by().user(), submitter());
    }

    private String submitter() {
        return workflow.submission().map(deed -> deed.by().user()).orElse("?");
    }

    private static Object names(List<Actor> actors) {
        return actors.isEmpty() ? NOBODY : actors.stream().map(Actor::user).collect(Collectors.joining(", "));
    }

    private String place() {
        return "bonus " + command.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Every sentence begins with the plan and its month. */
    private Optional<Problem> told(Message message, Object... values) {
        var all = new ArrayList<Object>(
                List.of(command.sheet().bonus(), command.sheet().month()));
        all.addAll(List.of(values));
        return Optional.of(Problem.at(place(), message, all.toArray()));
    }
}
