package io.dayclose.publish;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.money.Money;
import io.dayclose.run.Run;
import io.dayclose.run.Work;
import io.dayclose.since.DayChange;
import io.dayclose.since.StaleDays;
import io.dayclose.since.StaleDays.Edition;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words which reported dates are stale, and by what. */
public final class StaleDates {
    private static final int MOST_NAMED = 5;

    private final Work work;
    private final StaleDays days;

    public StaleDates(Work work) {
        this.work = work;
        days = days(work);
    }

    /** Of the jobs that report and close no month: what a closed one was told of stays so. */
    public static StaleDays days(Work work) {
        var jobs = work.home().jobs().values().stream()
                .filter(job -> job.has(NightStep.REPORT) && !job.has(NightStep.CLOSE_MONTH))
                .map(Job::name)
                .toList();
        return new StaleDays(work.jdbc(), jobs);
    }

    /** All that is stale, oldest first, and why. */
    public Map<Edition, String> all() {
        var all = new LinkedHashMap<Edition, String>();
        days.stale().forEach((edition, changes) -> all.put(edition, text(changes)));
        return all;
    }

    /** What a run has made stale; nothing when all is as it was reported. */
    public Optional<Problem> problem(Run run) {
        var dates = new ArrayList<>(days.staleBy(run.id()));
        dates.remove(run.date()); // its workbooks are made by this very run
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.at("run", Message.DATES_STALE, spoken(dates), why(days.changedBy(run.id()))));
    }

    /** The same as a line of a run's summary. */
    public Optional<String> line(long run) {
        var dates = days.staleBy(run);
        return dates.isEmpty() ? Optional.empty() : Optional.of(spoken(dates) + ": " + text(days.changedBy(run)));
    }

    private String text(List<DayChange> changes) {
        return why(changes).in(work.home().company().language());
    }

    private Bilingual why(List<DayChange> changes) {
        return new Bilingual(why(changes, Language.ZH), why(changes, Language.EN));
    }

    private String why(List<DayChange> changes, Language language) {
        var currency = work.home().company().currency();
        return DayChange.inFew(changes).stream()
                .map(each -> each.text(language, new Money(each.amount(), currency).text(language.locale(), 2)))
                .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
    }

    private static String spoken(List<LocalDate> dates) {
        var all = dates.stream().map(LocalDate::toString).toList();
        return all.size() <= MOST_NAMED
                ? String.join(", ", all)
                : all.get(0) + " … " + all.get(all.size() - 1) + " (" + all.size() + ")";
    }
}
