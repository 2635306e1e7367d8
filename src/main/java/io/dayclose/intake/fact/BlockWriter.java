package io.dayclose.intake.fact;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.database.BulkWriter;
import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Tally;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.fact.FactStore.Version;
import io.dayclose.intake.source.SourceStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a block: facts, vouchers, controls and the source's position, all in the caller's transaction. New facts go in
 * with one bulk load that leaves out keys already there; only when some were left out does it ask which.
 */
final class BlockWriter {
    private final FeedSchema schema;
    private final BulkWriter bulk;
    private final FactRows rows;
    private final FactStore facts;
    private final DiscountedDocuments discounts;
    private final ReturnsWithoutSeller returns;
    private final VoucherStore vouchers;
    private final SourceStore sources;
    private final Set<String> openKeys;

    BlockWriter(FeedNight work, VoucherStore vouchers) {
        schema = work.schema();
        bulk = work.bulk();
        rows = new FactRows(work);
        this.vouchers = vouchers;
        facts = new FactStore(work.jdbc(), schema);
        discounts = new DiscountedDocuments(work.jdbc(), schema);
        returns = new ReturnsWithoutSeller(work.jdbc(), schema);
        sources = new SourceStore(work.jdbc());
        openKeys = vouchers.openKeys();
    }

    void write(Block block) {
        var outcome = new Outcome();
        block.learned().forEach(bulk::insertNew);
        writeFacts(block, outcome);
        closeVouchers(outcome);
        vouchers.overtaken(mendedFrom(block));
        writeVouchers(block.others(), outcome, block.input().isEmpty());
        block.others().stream()
                .filter(judged -> judged.replaces() != 0)
                .forEach(judged -> vouchers.agedAs(judged.replaces(), judged.key()));
        outcome.tallies.forEach(sources::add);
        outcome.changedDays.addAll(discounts.touchedBy(outcome.versions));
        outcome.changedDays.addAll(returns.touchedBy(outcome.corrected));
        facts.changed(outcome.changedDays);
        block.input().ifPresent(input -> sources.advance(input.id(), block.position(), block.state()));
    }

    /** What became of the records of one block. */
    private final class Outcome {
        private final Map<Long, Tally> tallies = new HashMap<>();
        private final List<Long> acceptedVouchers = new ArrayList<>();
        private final Set<String> replacedKeys = new HashSet<>();
        private final Map<String, ValidatedRecord.Origin> olderKeys = new HashMap<>();
        private final Set<LocalDate> changedDays = new HashSet<>();
        private final List<@Nullable Object[]> versions = new ArrayList<>();
        private final List<@Nullable Object[]> corrected = new ArrayList<>();

        /** Counts a record as read, unless it was counted before it became pending. */
        void decided(ValidatedRecord judged, Decision decision, boolean counted) {
            var tally = tallies.computeIfAbsent(judged.origin().countedIn(), any -> new Tally());
            if (!counted) {
                tally.read(judged.amount());
            }
            if (decision != Decision.PENDING) {
                tally.decided(decision, judged.amount());
            }
        }

        void changed(@Nullable LocalDate day) {
            if (day != null) {
                changedDays.add(day);
            }
        }

        void isFact(ValidatedRecord judged, Decision decision, boolean counted) {
            decided(judged, decision, counted);
            if (judged.voucherId() != 0) {
                acceptedVouchers.add(judged.voucherId());
            }
            if (decision != Decision.DUPLICATE) {
                changed(judged.businessDate());
                versions.add(judged.values());
            }
            if (decision == Decision.CORRECTED) {
                corrected.add(judged.values());
            }
            if (cameBefore(judged)) {
                if (openKeys.contains(judged.key())) {
                    olderKeys.put(judged.key(), judged.origin());
                }
            } else if (openKeys.remove(judged.key())) {
                replacedKeys.add(judged.key());
            }
        }
    }

    /** Whether a record is no new arrival: it was read before, and is tried again or derived anew. */
    private static boolean cameBefore(ValidatedRecord judged) {
        return judged.origin().countedIn() != judged.origin().sourceId();
    }

    private void writeFacts(Block block, Outcome outcome) {
        boolean counted = block.input().isEmpty();
        if (Stream.concat(block.news().stream(), block.repeats().stream()).anyMatch(BlockWriter::cameBefore)) {
            var all = new ArrayList<>(block.news());
            all.addAll(block.repeats());
            compareFirst(all, outcome, counted);
            return;
        }
        int inserted = bulk.insertNew(block.facts());
        if (inserted == block.news().size()) {
            block.news().forEach(judged -> outcome.isFact(judged, Decision.ACCEPTED, counted));
            compare(block.repeats(), outcome, counted);
        } else {
            var all = new ArrayList<>(block.news());
            all.addAll(block.repeats());
            compare(all, outcome, counted);
        }
    }

    /** Tells new facts, duplicates and corrections apart, in the order the records stood. */
    private void compare(List<ValidatedRecord> records, Outcome outcome, boolean counted) {
        if (records.isEmpty()) {
            return;
        }
        var latest = facts.latest(records.stream().map(ValidatedRecord::values).toList());
        var corrections = rows.none();
        for (var judged : records) {
            var known = Objects.requireNonNull(latest.get(judged.key()), judged.key());
            var decision = decide(judged, known);
            if (decision == Decision.CORRECTED) {
                corrections.add(rows.row(judged, known.number() + 1));
                outcome.changed(schema.dateOf(known.values()));
                latest.put(judged.key(), Version.of(judged, known.number() + 1));
            }
            outcome.isFact(judged, decision, counted);
        }
        if (bulk.insertNew(corrections) != corrections.size()) {
            throw new IllegalStateException("corrections of " + schema.name() + " met another writer; restart the run");
        }
    }

    /**
     * Writes records that were read before. The facts are asked first: a row that is a fact already is known by its own
     * source and line, and one that has been overtaken since says nothing new.
     */
    private void compareFirst(List<ValidatedRecord> records, Outcome outcome, boolean counted) {
        var latest = facts.latest(records.stream().map(ValidatedRecord::values).toList());
        var versions = rows.none();
        for (var judged : records) {
            var known = latest.get(judged.key());
            var decision = known == null ? Decision.ACCEPTED : decideAgain(judged, known);
            if (decision != Decision.DUPLICATE) {
                int number = known == null ? 1 : known.number() + 1;
                versions.add(rows.row(judged, number));
                outcome.changed(known == null ? null : schema.dateOf(known.values()));
                latest.put(judged.key(), Version.of(judged, number));
            }
            outcome.isFact(judged, decision, counted);
        }
        if (bulk.insertNew(versions) != versions.size()) {
            throw new IllegalStateException("facts of " + schema.name() + " met another writer; restart the run");
        }
    }

    private static Decision decideAgain(ValidatedRecord judged, Version known) {
        boolean nothingNew = known.cameAfter(judged.origin()) || FactStore.same(judged.values(), known.values());
        return nothingNew ? Decision.DUPLICATE : Decision.CORRECTED;
    }

    private static Decision decide(ValidatedRecord judged, Version known) {
        boolean mine = known.number() == 1
                && known.sourceId() == judged.origin().sourceId()
                && known.line() == judged.origin().line();
        if (mine) {
            return Decision.ACCEPTED;
        }
        return FactStore.same(judged.values(), known.values()) ? Decision.DUPLICATE : Decision.CORRECTED;
    }

    /** The vouchers whose place mended records take; a record that is refused, or says nothing new, takes none. */
    private static List<Long> mendedFrom(Block block) {
        return Stream.of(block.news(), block.repeats(), block.others())
                .flatMap(List::stream)
                .filter(judged -> judged.replaces() != 0)
                .map(ValidatedRecord::replaces)
                .toList();
    }

    /** A voucher that is the fact itself is closed first, so that only older ones of its key count as replaced. */
    private void closeVouchers(Outcome outcome) {
        vouchers.accepted(outcome.acceptedVouchers);
        vouchers.replaced(outcome.replacedKeys);
        outcome.olderKeys.forEach(vouchers::replacedUpTo);
    }

    private void writeVouchers(List<ValidatedRecord> others, Outcome outcome, boolean counted) {
        var news = new ArrayList<ValidatedRecord>();
        for (var judged : others) {
            if (judged.decision() == Decision.DUPLICATE || judged.decision() == Decision.CORRECTED) {
                overtaken(judged, outcome, counted);
                continue;
            }
            boolean retried = judged.voucherId() != 0 && !counted;
            if (retried && !isOpen(judged)) {
                openKeys.remove(judged.key());
            }
            if (!retried && isOpen(judged) && !openKeys.add(judged.key())) {
                flush(news);
                meetOpen(judged, outcome, counted);
            } else {
                outcome.decided(judged, judged.decision(), counted);
                keep(judged, news);
            }
        }
        flush(news);
    }

    /** A pending record that says nothing new, or a cancellation that takes back a record waiting for its sender. */
    private void overtaken(ValidatedRecord judged, Outcome outcome, boolean counted) {
        outcome.decided(judged, judged.decision(), counted);
        vouchers.overtaken(judged.voucherId() == 0 ? List.of() : List.of(judged.voucherId()));
        if (judged.decision() == Decision.CORRECTED && openKeys.remove(judged.key())) {
            vouchers.replaced(List.of(judged.key()));
        }
    }

    private void keep(ValidatedRecord judged, List<ValidatedRecord> news) {
        if (judged.voucherId() != 0) {
            vouchers.update(judged);
        } else {
            news.add(judged);
        }
    }

    private void flush(List<ValidatedRecord> news) {
        vouchers.add(news);
        news.clear();
    }

    /** The same record again is a duplicate; another one replaces the open vouchers, but those it is returned together with. */
    private void meetOpen(ValidatedRecord judged, Outcome outcome, boolean counted) {
        boolean oneOfMany = VoucherStore.isOneOfMany(judged);
        if (vouchers.saysTheSame(judged) || cameBefore(judged) && !oneOfMany) {
            outcome.decided(judged, Decision.DUPLICATE, counted);
            vouchers.accepted(judged.voucherId() == 0 ? List.of() : List.of(judged.voucherId()));
            return;
        }
        if (oneOfMany) {
            vouchers.replacedBefore(judged.key(), judged.origin());
        } else {
            vouchers.replaced(List.of(judged.key()));
        }
        outcome.decided(judged, judged.decision(), counted);
        var news = new ArrayList<ValidatedRecord>();
        keep(judged, news);
        vouchers.add(news);
    }

    private static boolean isOpen(ValidatedRecord judged) {
        return judged.decision() == Decision.WAITING || judged.decision() == Decision.RETURNED;
    }
}
