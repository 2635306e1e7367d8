package io.dayclose.approval;

import io.dayclose.config.User;
import io.dayclose.config.Users;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may propose, answer and take back what is decided. Where money moves it takes two people of {@code users.yml}: nobody answers
 * what he has proposed, approves more than his limit, or decides on his own pay. Reads no clock and no database.
 */
public final class DecisionRights {
    private static final Set<String> PROPOSE = Set.of("operator", "channel", "finance", "general-manager");
    private static final Set<String> REMARK =
            Set.of("operator", "channel", "finance", "general-manager", "branch-manager");
    private static final Set<String> ANSWER = Set.of("finance", "general-manager");
    private static final Bilingual NOBODY = new Bilingual("users.yml 中无人", "nobody in users.yml");

    private final Users users;

    DecisionRights(Users users) {
        this.users = users;
    }

    /** @throws Refusal when he may not propose it, or nobody else may approve it */
    User proposer(Matter matter, String name) {
        var user = holder(matter, name, PROPOSE);
        if (matter.pays(user)) {
            throw refused(Message.OWN_PAY, user.name(), matter.payee(), approvers(matter, name));
        }
        if (may(matter, name).isEmpty()) {
            throw refused(
                    Message.NOBODY_APPROVES, matter.word(), matter.amount().toPlainString(), shown(ANSWER));
        }
        return user;
    }

    /**
     * Of what moves no money; where nobody is named anybody may say it.
     *
     * @return how he is written from now on
     */
    String remarker(Matter matter, String name) {
        return users.all().isEmpty() ? name : holder(matter, name, REMARK).name();
    }

    /** A proposal that waits for an answer. */
    record Asked(long id, Matter matter, String proposedBy) {}

    /** @throws Refusal when he may not answer it */
    User answerer(Asked asked, Answer answer, String name) {
        boolean approves = answer == Answer.APPROVE;
        var matter = asked.matter();
        var proposedBy = asked.proposedBy();
        var user = holder(matter, name, ANSWER);
        if (users.isOne(proposedBy, name)) {
            throw refused(Message.SAME_PERSON, asked.id(), user.name(), approvers(matter, proposedBy));
        }
        if (approves && matter.pays(user)) {
            throw refused(Message.OWN_PAY, user.name(), matter.payee(), approvers(matter, proposedBy));
        }
        if (approves && matter.isOver(user)) {
            throw refused(
                    Message.OVER_OWN_LIMIT,
                    user.name(),
                    matter.word(),
                    matter.limit(user).orElse(BigDecimal.ZERO).toPlainString(),
                    matter.amount().abs().toPlainString(),
                    approvers(matter, proposedBy));
        }
        return user;
    }

    /** @throws Refusal when he has neither proposed nor answered it */
    User withdrawer(long id, String proposedBy, Optional<String> decidedBy, String name) {
        var user = users.require("decide", name);
        if (!users.isOne(proposedBy, name)
                && decidedBy.filter(by -> users.isOne(by, name)).isEmpty()) {
            throw refused(Message.NOT_CONCERNED, id, user.name(), proposedBy);
        }
        return user;
    }

    private User holder(Matter matter, String name, Set<String> roles) {
        var user = users.require("decide", name);
        if (!user.holdsAny(roles)) {
            throw refused(Message.ROLE_NEEDED, user.name(), matter.word(), shown(roles));
        }
        return user;
    }

    /** Who may approve what this one proposes. */
    private List<User> may(Matter matter, String proposedBy) {
        return users.all().stream()
                .filter(user -> user.holdsAny(ANSWER)
                        && !users.isOne(proposedBy, user.name())
                        && !matter.pays(user)
                        && !matter.isOver(user))
                .toList();
    }

    private Object approvers(Matter matter, String proposedBy) {
        var may = may(matter, proposedBy);
        return may.isEmpty() ? NOBODY : may.stream().map(User::name).sorted().collect(Collectors.joining(", "));
    }

    private static String shown(Set<String> roles) {
        return roles.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Refusal refused(Message message, Object... values) {
        return Refusal.refused(Problem.at("decide", message, values));
    }
}
