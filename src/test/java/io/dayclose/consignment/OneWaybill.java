package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tonight's matching makes of one waybill, in the words of {@link Owed}: what is owed and what lines say, one after another with
 * a comma between them.
 */
final class OneWaybill {
    private final Agreement agreement;
    private final boolean elsewhere;
    private final List<StatementLine> lines;
    private Optional<Receivable> cod;
    private Optional<Receivable> claim;
    private List<ReceivableEntry> entries = List.of();

    /** @param owed empty when no shipment says so */
    OneWaybill(Agreement agreement, String owed, String lines) {
        this(agreement, owed, lines, false);
    }

    /** @param elsewhere whether another carrier has it */
    OneWaybill(Agreement agreement, String owed, String lines, boolean elsewhere) {
        this.agreement = agreement;
        this.elsewhere = elsewhere;
        var items = each(owed).map(text -> Owed.parcel("W1", text)).toList();
        Predicate<Receivable> isClaim = item -> item.kind() == ReceivableKind.LOST_CLAIM;
        cod = items.stream().filter(isClaim.negate()).findFirst();
        claim = items.stream().filter(isClaim).findFirst();
        var texts = each(lines).toList();
        this.lines = IntStream.range(0, texts.size())
                .mapToObj(i -> Owed.line(i + 1L, "W1", texts.get(i)))
                .toList();
    }

    private static Stream<String> each(String texts) {
        return Arrays.stream(texts.split(",")).filter(text -> !text.isBlank());
    }

    /** Matched tonight, or once more. */
    OneWaybill match() {
        var outcome = WaybillMatch.match(new WaybillMatch.Case(agreement, elsewhere, cod, claim, lines));
        cod = outcome.cod();
        claim = outcome.claim();
        entries = outcome.entries();
        return this;
    }

    /** Movements, each by its line, with its pass: 2 taken back, 3 exactly what is due, 4 any other amount. */
    String moved() {
        return entries.stream()
                .map(each -> each.line() + ":" + each.what() + " " + each.amount() + "/" + each.pass())
                .collect(Collectors.joining(", "));
    }

    /** What is left of it for people. */
    String breaks() {
        var items = Stream.concat(cod.stream(), claim.stream()).toList();
        var subject = new BreakRules.Subject("SF", "W1", agreement, items, lines, false);
        return BreakRules.of(subject, Owed.NIGHT).stream()
                .map(each -> each.type() + " " + each.amount())
                .collect(Collectors.joining(", "));
    }

    Receivable cod() {
        return cod.orElseThrow();
    }

    StatementLine line(int number) {
        return lines.get(number - 1);
    }

    /** Movements, and after a bar breaks. */
    @Override
    public String toString() {
        return (moved() + " | " + breaks()).strip();
    }
}
