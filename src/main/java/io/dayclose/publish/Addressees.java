package io.dayclose.publish;

import io.dayclose.config.Company;
import io.dayclose.config.Home;
import io.dayclose.config.Recipients;
import io.dayclose.config.ReportScope;
import io.dayclose.config.mail.MailAddresses;
import io.dayclose.delivery.MailState;
import io.dayclose.delivery.Outbox;
import io.dayclose.delivery.Outbox.Address;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.report.Scope;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who gets a workbook: people by role and scope, groups, and addresses named for a scope. */
public final class Addressees {
    private final Home home;
    private final Company company;
    private final Recipients recipients;
    private final OrganisationStore organisation;
    private final LocalDate today;
    private final RunListener listener;

    public Addressees(Work work, RunListener listener) {
        home = work.home();
        company = work.home().company();
        recipients = work.home().recipients();
        organisation = new OrganisationStore(work.jdbc());
        today = work.now().toLocalDate();
        this.listener = listener;
    }

    List<Address> of(Edition edition, Outbox.Subject subject) {
        var people = people(edition);
        if (people.isEmpty()) {
            listener.notice(nobody(edition));
            return List.of(new Address("", "", MailState.NO_RECIPIENT, ""));
        }
        return people.stream()
                .map(person -> address(person, subject, edition.revision()))
                .toList();
    }

    /** Whom a workbook goes to by what is known today, empty when its report is no more. */
    Set<String> now(Outbox.Subject subject) {
        return home.reports().values().stream()
                .filter(report -> report.name().equals(subject.report()))
                .findFirst()
                .map(report ->
                        people(new Edition(report, scope(subject), later(subject.date()), 0, company.language())))
                .orElse(Set.of());
    }

    private static Scope scope(Outbox.Subject subject) {
        var kind = ReportScope.stored(subject.scopeKind());
        var code = Optional.of(subject.scopeCode()).filter(text -> kind != ReportScope.COMPANY);
        return new Scope(kind, code, subject.scopeCode());
    }

    private LocalDate later(LocalDate date) {
        return date.isAfter(today) ? date : today;
    }

    private Problem nobody(Edition edition) {
        var title = edition.report().title().in(company.language());
        var scope = edition.scope();
        var place = "report " + edition.report().name();
        return scope.isOutside()
                ? Problem.at(
                        place,
                        Message.NO_ADDRESS_OUTSIDE,
                        title,
                        scope.name(),
                        scope.kind().text())
                : Problem.at(
                        place,
                        Message.NO_RECIPIENT,
                        title,
                        scope.name(),
                        edition.report().audience().rolesOf(scope.kind()));
    }

    /** Those who see to the program itself. */
    public List<Address> operators(Outbox.Subject subject, int revision) {
        return company.mail().operators().stream()
                .map(person -> address(person, subject, revision))
                .toList();
    }

    private Set<String> people(Edition edition) {
        var audience = edition.report().audience();
        var people = new LinkedHashSet<>(ofScope(edition));
        people.addAll(recipients.scope(edition.scope().kind(), edition.scope().codeText()));
        audience.groups().forEach(group -> people.addAll(recipients.group(group)));
        return people.stream()
                .flatMap(text -> understood(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An address that somebody names, with or without a name before it. */
    static String one(String text) {
        var all = understood(text);
        return all.size() == 1 ? all.get(0) : text;
    }

    /** One text may hold several; one that was taken in before addresses were checked stays as it is, to be told. */
    private static List<String> understood(String text) {
        try {
            return MailAddresses.of(text);
        } catch (MailAddresses.NoAddress none) {
            return List.of(text);
        }
    }

    /** A dealer or person himself, or the first above him who has an address; else people by their role. */
    private Collection<String> ofScope(Edition edition) {
        var code = edition.scope().codeText();
        var roles = edition.report().audience().rolesOf(edition.scope().kind());
        return switch (edition.scope().kind()) {
            case OUTLET ->
                roles.stream()
                        .flatMap(role -> organisation.addressesAt(role, code, edition.date()).stream())
                        .toList();
            case DEALER -> organisation.addressOfDealer(code, edition.date());
            case OWNER -> organisation.addressOf(home.personOf(code), edition.date());
            case PERSON, MANAGER -> organisation.addressOf(code, edition.date());
            case COMPANY -> ofRoles(roles, null, edition.date());
            case MANUFACTURER -> List.of();
            case BRANCH -> ofRoles(roles, code, edition.date());
        };
    }

    private Collection<String> ofRoles(List<String> roles, @Nullable String branch, LocalDate date) {
        return roles.stream()
                .flatMap(role -> organisation.addresses(role, branch, date).stream())
                .toList();
    }

    Address address(String person, Outbox.Subject subject, int revision) {
        try {
            var known = MailAddresses.of(person);
            return known.size() == 1 && isAllowed(known.get(0))
                    ? new Address(known.get(0), messageId(known.get(0), subject, revision), MailState.PENDING, "")
                    : rejected(
                            person, Message.ADDRESS_NOT_ALLOWED, company.mail().domains());
        } catch (MailAddresses.NoAddress none) {
            return rejected(person, Message.NO_ADDRESS);
        }
    }

    private Address rejected(String person, Message why, Object... values) {
        var problem = Problem.at(
                "mail",
                why,
                Stream.concat(Stream.of(person), Arrays.stream(values)).toArray());
        listener.notice(problem);
        return new Address(person, "", MailState.REJECTED, problem.text(company.language()));
    }

    private boolean isAllowed(String person) {
        var domains = company.mail().domains();
        return domains.isEmpty() || domains.contains(person.substring(person.lastIndexOf('@') + 1));
    }

    /** The same mail has the same id whenever and wherever it is made. */
    private String messageId(String person, Outbox.Subject subject, int revision) {
        var what = String.join(
                "\n",
                subject.report(),
                subject.scopeKind(),
                subject.scopeCode(),
                subject.date().toString(),
                String.valueOf(revision),
                person);
        var from = company.mail().from();
        return "<" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + "@"
                + from.substring(from.indexOf('@') + 1) + ">";
    }
}
