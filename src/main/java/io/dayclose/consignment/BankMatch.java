package io.dayclose.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Matches the bank's receipts with a carrier's statements: by the reference, else where amount and date fit in only one way, one to
 * one, one to two or two to one (pass 10).
 */
public final class BankMatch {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;/+|\u3001\uff0c\uff1b]+");

    /** How long after its pay day a statement's money may come without naming it. */
    private static final int WINDOW = 45;

    private final List<Paper> papers;
    private final Map<String, BigDecimal> open = new LinkedHashMap<>();
    private final List<Assigned> assigned = new ArrayList<>();

    /**
     * A statement that the bank has not confirmed yet.
     *
     * @param open what is still to come for it
     */
    public record Paper(String statement, LocalDate from, LocalDate payBy, BigDecimal open) {}

    /** A receipt nobody has placed. */
    public record Receipt(String number, LocalDate receivedOn, BigDecimal amount, String reference) {}

    /** A receipt, or a part of it, that pays a statement. */
    public record Assigned(String receipt, String statement, BigDecimal amount) {}

    private BankMatch(Collection<Paper> papers) {
        this.papers = papers.stream()
                .sorted(Comparator.comparing(Paper::from).thenComparing(Paper::statement))
                .toList();
        this.papers.forEach(paper -> open.put(paper.statement(), paper.open()));
    }

    /** @param named the numbers of all statements of the carrier that a reference may name */
    public static List<Assigned> match(Collection<Paper> papers, Collection<Receipt> receipts, Set<String> named) {
        var match = new BankMatch(papers);
        var ordered = receipts.stream()
                .sorted(Comparator.comparing(Receipt::receivedOn).thenComparing(Receipt::number))
                .toList();
        var left = new LinkedHashSet<>(ordered);
        ordered.stream().filter(receipt -> match.byReference(receipt, named)).forEach(left::remove);
        List.copyOf(left).stream().filter(match::byAmount).forEach(left::remove);
        match.pairs(left);
        return match.assigned;
    }

    private boolean byReference(Receipt receipt, Set<String> named) {
        var tokens = Arrays.asList(BETWEEN.split(receipt.reference().strip()));
        var numbers = named.contains(receipt.reference().strip())
                ? List.of(receipt.reference().strip())
                : tokens.stream().filter(named::contains).distinct().toList();
        if (numbers.isEmpty()) {
            return false;
        }
        spread(receipt, numbers);
        return true;
    }

    /** Each statement gets what it still waits for, the last one the rest. */
    private void spread(Receipt receipt, List<String> numbers) {
        var rest = receipt.amount();
        for (int i = 0; i < numbers.size(); i++) {
            var waits = open.getOrDefault(numbers.get(i), BigDecimal.ZERO).max(BigDecimal.ZERO);
            var part = i == numbers.size() - 1 ? rest : rest.min(waits);
            if (part.signum() != 0) {
                assign(receipt, numbers.get(i), part);
                rest = rest.subtract(part);
            }
        }
    }

    private void assign(Receipt receipt, String statement, BigDecimal amount) {
        assigned.add(new Assigned(receipt.number(), statement, amount));
        open.merge(statement, amount.negate(), BigDecimal::add);
    }

    private boolean byAmount(Receipt receipt) {
        var single = papers.stream()
                .filter(paper -> fits(paper, receipt) && waits(paper).compareTo(receipt.amount()) == 0)
                .toList();
        if (single.size() == 1) {
            assign(receipt, single.get(0).statement(), receipt.amount());
            return true;
        }
        var pairs = new ArrayList<List<String>>();
        for (var first : papers) {
            for (var second : papers) {
                boolean ordered = papers.indexOf(first) < papers.indexOf(second);
                if (ordered
                        && fits(first, receipt)
                        && fits(second, receipt)
                        && waits(first).add(waits(second)).compareTo(receipt.amount()) == 0) {
                    pairs.add(List.of(first.statement(), second.statement()));
                }
            }
        }
        if (single.isEmpty() && pairs.size() == 1) {
            spread(receipt, pairs.get(0));
            return true;
        }
        return false;
    }

    /** Whether it may be the whole payment of a statement, whichever that is. */
    private boolean paysOne(Receipt receipt) {
        return papers.stream()
                .anyMatch(paper -> fits(paper, receipt) && waits(paper).compareTo(receipt.amount()) == 0);
    }

    private BigDecimal waits(Paper paper) {
        return open.getOrDefault(paper.statement(), BigDecimal.ZERO);
    }

    private boolean fits(Paper paper, Receipt receipt) {
        return waits(paper).signum() > 0
                && !receipt.receivedOn().isBefore(paper.from())
                && !receipt.receivedOn().isAfter(paper.payBy().plusDays(WINDOW));
    }

    /** Two receipts that together pay a statement. */
    private record Way(Paper paper, List<Receipt> receipts) {
        boolean excludes(Way other) {
            return this != other && (paper.equals(other.paper) || !Collections.disjoint(receipts, other.receipts));
        }
    }

    /** Two receipts that together pay one statement, when no other two do and neither may pay another one. */
    private void pairs(Collection<Receipt> left) {
        var ways =
                papers.stream().flatMap(paper -> ways(paper, List.copyOf(left))).toList();
        ways.stream().filter(way -> ways.stream().noneMatch(way::excludes)).forEach(way -> way.receipts()
                .forEach(receipt -> assign(receipt, way.paper().statement(), receipt.amount())));
    }

    private Stream<Way> ways(Paper paper, List<Receipt> receipts) {
        var fitting = receipts.stream()
                .filter(each -> fits(paper, each) && !paysOne(each))
                .toList();
        return IntStream.range(0, fitting.size())
                .boxed()
                .flatMap(i -> fitting.subList(i + 1, fitting.size()).stream()
                        .map(second -> new Way(paper, List.of(fitting.get(i), second))))
                .filter(way -> sum(way.receipts()).compareTo(waits(paper)) == 0);
    }

    private static BigDecimal sum(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
