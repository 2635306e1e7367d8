package io.dayclose.bonus;

import io.dayclose.bonus.ApprovalEvent.Kind;
import io.dayclose.bonus.Outcome.Done;
import io.dayclose.bonus.Outcome.Refused;
import io.dayclose.text.Language;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One plan's month on its way, told as who did what. */
final class Approvals {
    static final LocalDateTime NOON = LocalDateTime.parse("2026-12-01T12:00:00");
    static final List<String> STEPS = List.of("channel", "finance", "general-manager");

    /** Two of channel management, of whom one is the general manager's other name; finance; a clerk who may do nothing. */
    static final List<Actor> USERS = List.of(
            user("chen", "channel"),
            user("zhou", "channel", "finance"),
            user("wang", "finance"),
            new Actor("gm", List.of("general-manager"), Optional.of("P003")),
            new Actor("gm2", List.of("finance", "general-manager"), Optional.of("P003")),
            user("clerk"));

    private ApprovalWorkflow course = new ApprovalWorkflow(STEPS, List.of());
    private BonusStatement sheet;

    Approvals(BonusStatement sheet) {
        this.sheet = sheet;
    }

    /** Of a month that is complete. */
    static Approvals complete() {
        var figures = new TestFigures().actual("BRANCH B01", "net-amount", "50");
        return new Approvals(
                Bonuses.sheet(Bonuses.card("value", "[[0, 0], [100, 100]]"), figures, Bonuses.manager("P001")));
    }

    private static Actor user(String name, String... roles) {
        return new Actor(name, List.of(roles), Optional.empty());
    }

    static Actor actor(String name) {
        return USERS.stream()
                .filter(user -> user.user().equals(name))
                .findFirst()
                .orElse(new Actor(name, List.of(), Optional.empty()));
    }

    void now(BonusStatement other) {
        sheet = other;
    }

    /** Does it, or says why not. */
    Optional<String> does(String user, Kind kind, String reason) {
        return does(actor(user), kind, reason, Language.EN);
    }

    Optional<String> does(Actor user, Kind kind, String reason, Language language) {
        var outcome = course.next(new ApprovalCommand(kind, user, NOON, reason, sheet), USERS);
        if (outcome instanceof Done done) {
            course = course.with(done.deed());
            return Optional.empty();
        }
        return Optional.of(((Refused) outcome).problem().text(language));
    }

    /** Does what must be possible, each {@code user DEED}. */
    Approvals after(String... deeds) {
        Stream.of(deeds).map(deed -> deed.split(" ")).forEach(deed -> does(deed[0], Kind.valueOf(deed[1]), "wrong")
                .ifPresent(refused -> {
                    throw new AssertionError(refused);
                }));
        return this;
    }

    String state() {
        return course.state().text();
    }

    ApprovalWorkflow course() {
        return course;
    }
}
