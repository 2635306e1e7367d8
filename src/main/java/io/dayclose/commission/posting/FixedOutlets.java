package io.dayclose.commission.posting;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Terms.OpenOutlet;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.config.plan.Rate;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The outlets for which a fixed amount is paid, and how many days of the month for each: those it is open and belongs to the
 * payee, or the whole month where the amount is not divided by days.
 */
final class FixedOutlets {
    private final Organisation organisation;
    private final Optional<YearMonth> first;

    FixedOutlets(PostingContext books) {
        organisation = books.organisation();
        first = Rounds.firstMonth(books.jdbc());
    }

    /**
     * The outlets of every payee of a month, by the version that pays them; the whole month counts from its first night. None of a month
     * before books began.
     */
    Map<Account, Map<LocalDate, List<OpenOutlet>>> of(Plan plan, YearMonth month) {
        return first.filter(month::isBefore).isPresent() ? Map.of() : ofBooks(plan, month);
    }

    private Map<Account, Map<LocalDate, List<OpenOutlet>>> ofBooks(Plan plan, YearMonth month) {
        var found = new HashMap<Account, Map<LocalDate, List<OpenOutlet>>>();
        plan.on(month.atDay(1)).filter(PlanVersion::paysPerOutlet).ifPresent(version -> {
            for (var code : organisation.codes("outlet")) {
                days(version, code, month).forEach((payee, days) -> found.computeIfAbsent(
                                new Account(
                                        plan.name(),
                                        version.shares().get(0).payee().kind(),
                                        payee),
                                any -> new HashMap<>())
                        .computeIfAbsent(version.from(), any -> new ArrayList<>())
                        .add(new OpenOutlet(code, days)));
            }
        });
        return found;
    }

    private Map<String, Integer> days(PlanVersion version, String code, YearMonth month) {
        var days = new TreeMap<String, Integer>();
        var last = "";
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var payee = payee(version, code, month.atDay(day));
            payee.ifPresent(each -> days.merge(each, 1, Integer::sum));
            last = payee.orElse(last);
        }
        boolean prorated = version.rate() instanceof Rate.Fixed fixed && fixed.prorated();
        return prorated || days.isEmpty() ? days : Map.of(last, month.lengthOfMonth());
    }

    private Optional<String> payee(PlanVersion version, String code, LocalDate day) {
        var outlet = organisation.outlet(code, day).filter(each -> each.isOpen(day) && applies(version, each));
        return version.shares().get(0).payee() == Payee.DEALER ? outlet.map(Outlet::dealer) : outlet.map(Outlet::code);
    }

    /** What a plan asks of lines besides only counts for its minimum. */
    private static boolean applies(PlanVersion version, Outlet outlet) {
        var traits =
                Map.of(Trait.OUTLET, outlet.code(), Trait.CHANNEL, outlet.channel(), Trait.BRANCH, outlet.branch());
        return version.appliesTo().entrySet().stream()
                .filter(asked -> traits.containsKey(asked.getKey()))
                .allMatch(asked -> asked.getValue().contains(traits.get(asked.getKey())));
    }
}
