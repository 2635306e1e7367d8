package io.dayclose.intake.fact;

import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.SaleColumns;
import io.dayclose.intake.read.UnreadableSource;
import io.dayclose.intake.repeat.SeenSerials;
import io.dayclose.intake.source.FeedInput;
import io.dayclose.intake.source.FeedInput.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sales of pieces that nothing can contradict: no fact bears the serial number, no other record of the night, and no voucher that
 * waits. They need not wait until the night has been read, as whoever else names the piece would have to.
 */
final class NewSerials {
    private static final Set<Kind> READ = Set.of(Kind.FILE, Kind.QUERY, Kind.MENDED, Kind.AGAIN);

    private final FeedNight work;
    private final VoucherStore vouchers;
    private final List<FeedInput> inputs;
    private final boolean asked;
    private volatile boolean blind;
    private volatile Set<String> waitingKeys = Set.of();
    private volatile @Nullable SeenSerials seen;

    /** @param inputs all that is to be read tonight */
    NewSerials(FeedNight work, VoucherStore vouchers, List<FeedInput> inputs) {
        this.work = work;
        this.vouchers = vouchers;
        this.inputs = inputs;
        // a trial's own facts are seen in its transaction only, not by the thread that reads
        asked = work.schema().name().equals("sale") && !work.manner().leaveInPlace() && hasSerialised();
    }

    private boolean hasSerialised() {
        return !work.jdbc()
                .queryForList("SELECT 1 FROM product WHERE serialised = 'Y' LIMIT 1", Integer.class)
                .isEmpty();
    }

    private boolean isAsked(FeedInput input) {
        boolean first = input.kind() == Kind.FILE || input.kind() == Kind.QUERY;
        return asked && first && input.first().isEmpty();
    }

    /** Looks through all that is to be read, while no file of it is open. */
    void look(FeedInput input) {
        if (isAsked(input)) {
            seen();
        }
    }

    /** The rows, with those accepted that would only wait. */
    List<RowJudge.Row> accept(FeedInput input, List<RowJudge.Row> rows) {
        if (!isAsked(input) || blind) {
            return rows;
        }
        var sale = new SaleColumns(work.schema());
        var serials = new HashSet<String>();
        rows.stream()
                .map(RowJudge.Row::judged)
                .filter(judged -> isSale(sale, judged))
                .forEach(judged -> serials.add(String.valueOf(sale.serial(judged.values()))));
        var alone = alone(serials);
        return rows.stream()
                .map(row -> isSale(sale, row.judged())
                                && alone.contains(sale.serial(row.judged().values()))
                                && !waitingKeys.contains(row.judged().key())
                        ? new RowJudge.Row(row.judged().decidedAs(Decision.ACCEPTED, null), row.position())
                        : row)
                .toList();
    }

    private static boolean isSale(SaleColumns sale, ValidatedRecord judged) {
        return judged.decision() == Decision.PENDING
                && sale.isSale(judged.values())
                && !sale.isVoid(judged.values())
                && sale.serial(judged.values()) != null;
    }

    /** Those of them that nothing else bears. */
    private Set<String> alone(Set<String> serials) {
        if (serials.isEmpty()) {
            return serials;
        }
        var known = seen();
        var alone = new HashSet<String>(serials);
        alone.removeIf(serial -> !known.isAlone(serial));
        new FactStore(work.jdbc(), work.schema())
                .inParts(
                        "SELECT serial_no FROM sale WHERE serial_no IN (%s)",
                        Set.copyOf(alone), row -> alone.remove(row.getString(1)));
        return alone;
    }

    private SeenSerials seen() {
        var known = seen;
        if (known == null) {
            known = new SeenSerials(work.schema());
            for (var input : inputs) {
                if (READ.contains(input.kind())) {
                    scan(input, known);
                }
            }
            waiting(known);
            seen = known;
        }
        return known;
    }

    private void scan(FeedInput input, SeenSerials known) {
        try {
            known.scan(work.schema().name(), new FileOpening(work, input));
        } catch (IOException | UnreadableSource unreadable) {
            blind = true; // whoever opens it for reading may fare better; until then nobody knows what stands in it
        }
    }

    /** What waits stands twice: it was read before. */
    private void waiting(SeenSerials known) {
        var serial = work.schema().index("serial_no");
        waitingKeys = vouchers.waiting(texts -> {
            known.see(texts[serial]);
            known.see(texts[serial]);
        });
    }
}
