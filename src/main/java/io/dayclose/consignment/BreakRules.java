package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Fee;
import io.dayclose.consignment.Finding.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Names every difference that is left of one waybill, and says when time alone will bring the next one. Why a line is held was said by
 * whoever could not place it ({@code WaybillMatch}, {@code GroupMatch}, {@code ReversalRules}, {@code Tolerances}); breaks of statements,
 * fees, dealers and settlements are named where they are found.
 */
public final class BreakRules {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** From what a fee may differ before it is a break even where a line does not state it. */
    private static final BigDecimal FEE_BREAK = new BigDecimal("0.05");

    private final Subject subject;
    private final LocalDate asOf;
    private final List<Finding> found = new ArrayList<>();

    /**
     * What is known of one waybill.
     *
     * @param name the waybill as our shipment writes it, else as compared
     * @param goodsBack whether the stock has come back
     */
    public record Subject(
            String debtor,
            String name,
            Agreement agreement,
            List<Receivable> receivables,
            List<StatementLine> lines,
            boolean goodsBack) {}

    private BreakRules(Subject subject, LocalDate asOf) {
        this.subject = subject;
        this.asOf = asOf;
    }

    /** All differences as of a date. */
    public static List<Finding> of(Subject subject, LocalDate asOf) {
        var findings = new BreakRules(subject, asOf);
        subject.receivables().forEach(findings::missing);
        findings.held();
        findings.fees();
        findings.delivered();
        subject.receivables().forEach(findings::goods);
        return findings.found;
    }

    /** The next date on which there may be a difference although nothing comes. */
    public static Optional<LocalDate> attention(Subject subject, LocalDate asOf) {
        return subject.receivables().stream()
                .flatMap(item -> Stream.of(overdue(item, subject.agreement()), awaited(item, subject)))
                .flatMap(Optional::stream)
                .filter(date -> date.isAfter(asOf))
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> overdue(Receivable item, Agreement agreement) {
        return item.open().signum() > 0
                ? Optional.ofNullable(item.due().on()).map(due -> due.plusDays(agreement.graceDays() + 1L))
                : Optional.empty();
    }

    private static Optional<LocalDate> awaited(Receivable item, Subject subject) {
        boolean waits = goodsAreOut(item) && !subject.goodsBack();
        return waits
                ? Optional.of(
                        item.track().statusOn().plusDays(subject.agreement().goodsBackDays() + 1L))
                : Optional.empty();
    }

    private static boolean goodsAreOut(Receivable item) {
        return item.kind() == ReceivableKind.COD
                && item.adjusted().signum() < 0
                && item.track().status() != ParcelStatus.LOST;
    }

    /** What is due and has not come. */
    private void missing(Receivable item) {
        var due = item.due().on();
        if (item.open().signum() <= 0 || !item.isDue() || !item.proposed().isEmpty()) {
            return;
        }
        var basis = due == null ? item.track().statusOn() : due;
        if (item.collected().signum() > 0) {
            var owed = item.gross().add(item.adjusted()).subtract(item.writtenOff());
            add(BreakType.SHORT, item.open(), basis, shortWhy(item, owed));
        } else if (overdue(item, subject.agreement())
                .filter(date -> !date.isAfter(asOf))
                .isPresent()) {
            add(BreakType.NOT_REMITTED, item.open(), basis, Why.of("NOT_REMITTED", item.open(), basis));
        }
    }

    private Why shortWhy(Receivable item, BigDecimal owed) {
        boolean unsplit = subject.lines().stream()
                .anyMatch(line ->
                        line.disposed().restated().signum() > 0 && line.placed().signum() > 0);
        var changed = item.track().changedAt();
        return changed == null
                ? Why.of(unsplit ? "SHORT_UNSPLIT" : "SHORT", owed, item.collected(), item.open())
                : Why.of("SHORT_CHANGED", owed, item.collected(), item.open(), moment(changed));
    }

    /** Cash that nobody can place, by the reason. */
    private void held() {
        var sums = new TreeMap<BreakType, BigDecimal>();
        subject.lines().stream()
                .filter(line -> isBreak(line.reason()))
                .filter(line -> amount(line).signum() != 0)
                .forEach(line -> sums.merge(BreakType.valueOf(line.reason()), amount(line), BigDecimal::add));
        sums.forEach((type, sum) -> add(type, sum.abs(), since(type), heldWhy(type, sum)));
    }

    /** A duplicate that the bank never paid is still a question. */
    private static BigDecimal amount(StatementLine line) {
        return line.left().add(line.disposed().uncovered());
    }

    private static boolean isBreak(String reason) {
        return !reason.isEmpty()
                && Stream.of(BreakType.values()).anyMatch(type -> type.name().equals(reason));
    }

    private LocalDate since(BreakType type) {
        return subject.lines().stream()
                .filter(line -> line.reason().equals(type.name()))
                .map(line -> line.origin().night())
                .min(LocalDate::compareTo)
                .orElse(asOf);
    }

    private Why heldWhy(BreakType type, BigDecimal sum) {
        var line = subject.lines().stream()
                .filter(each -> each.reason().equals(type.name()))
                .min(StatementLine.ORDER)
                .orElseThrow();
        var owed = subject.receivables().stream()
                .map(item -> item.gross().add(item.adjusted()))
                .reduce(ZERO, BigDecimal::add);
        var changed = subject.receivables().stream()
                .map(item -> item.track().changedAt())
                .filter(Objects::nonNull)
                .findFirst();
        boolean old = type == BreakType.OVER && changed.isPresent();
        return Why.of(
                old ? "OVER_CHANGED" : type.name(),
                line.stated().statement(),
                line.stated().lineNo(),
                line.stated().gross(),
                owed,
                sum,
                changed.map(BreakRules::moment).orElse(""));
    }

    private static String moment(LocalDateTime at) {
        return at.toString().replace('T', ' ');
    }

    private void fees() {
        var charged = ZERO;
        var agreed = ZERO;
        var variance = ZERO;
        var fee = subject.agreement().fee();
        for (var line : subject.lines()) {
            if (line.stated().type() == LineType.COLLECT) {
                var difference = line.charged().subtract(fee.netted(line.collects()));
                variance = variance.add(aboveTolerance(difference, line, fee));
                charged = charged.add(line.charged());
                agreed = agreed.add(fee.netted(line.collects()));
            }
        }
        var ofLines = feeLines(fee);
        variance = variance.add(ofLines.variance());
        if (variance.signum() > 0) {
            var why = Why.of("FEE_VARIANCE", charged.add(ofLines.charged()), agreed.add(ofLines.agreed()));
            add(BreakType.FEE_VARIANCE, variance, asOf, why);
        }
    }

    private static BigDecimal aboveTolerance(BigDecimal difference, StatementLine line, Fee fee) {
        boolean unsplit = line.disposed().restated().signum() > 0;
        var limit = unsplit ? fee.tolerance().min(FEE_BREAK) : fee.tolerance();
        return difference.abs().compareTo(limit) > 0 ? difference.abs() : ZERO;
    }

    private record Fees(BigDecimal charged, BigDecimal agreed, BigDecimal variance) {}

    /** Fees that stand in lines of their own: for the collection where that is agreed, for a refusal otherwise. */
    private Fees feeLines(Fee fee) {
        var own = subject.lines().stream()
                .filter(line -> line.stated().type() == LineType.FEE)
                .toList();
        if (own.isEmpty()) {
            return new Fees(ZERO, ZERO, ZERO);
        }
        var charged = own.stream().map(line -> line.stated().fee()).reduce(ZERO, BigDecimal::add);
        var agreed = fee.mode() == Fee.Mode.FEE_LINE ? fee.agreed(collected()) : ZERO;
        var withRefusal = refused() ? agreed.add(fee.refusal()) : agreed;
        var variance = charged.subtract(withRefusal).abs();
        return new Fees(charged, withRefusal, variance.compareTo(fee.tolerance()) > 0 ? variance : ZERO);
    }

    private BigDecimal collected() {
        return subject.lines().stream()
                .filter(line -> line.stated().type() == LineType.COLLECT)
                .map(StatementLine::collects)
                .reduce(ZERO, BigDecimal::add);
    }

    private boolean refused() {
        return subject.receivables().stream()
                .map(item -> item.track().status())
                .anyMatch(status -> status == ParcelStatus.REFUSED || status == ParcelStatus.PART_REFUSED);
    }

    /** Paid by now, although our shipment says that it is on its way again, or lost. */
    private void delivered() {
        boolean told = found.stream().anyMatch(each -> each.type() == BreakType.STATUS);
        subject.receivables().stream()
                .filter(item ->
                        item.kind() == ReceivableKind.COD && item.collected().signum() > 0 && !told)
                .filter(item -> item.track().status() == ParcelStatus.SHIPPED
                        || item.track().status() == ParcelStatus.LOST)
                .forEach(item -> add(
                        BreakType.STATUS,
                        item.collected(),
                        asOf,
                        Why.of("STATUS_SETTLED", item.collected(), item.track().status())));
    }

    private void goods(Receivable item) {
        awaited(item, subject)
                .filter(date -> !date.isAfter(asOf))
                .ifPresent(date -> add(
                        BreakType.GOODS_NOT_BACK,
                        item.adjusted().negate(),
                        date.minusDays(1),
                        Why.of("GOODS_NOT_BACK", item.track().statusOn(), date.minusDays(1))));
    }

    private void add(BreakType type, BigDecimal amount, LocalDate basis, Why why) {
        found.add(new Finding(type, subject.debtor(), subject.name(), amount, basis, why));
    }
}
