package io.dayclose.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A carrier's statement as it is sent: a header that foots its lines, unless a test declares otherwise. */
final class WrittenStatement {
    private final List<FeedRow> lines = new ArrayList<>();
    private FeedRow identity;
    private FeedRow declared = FeedRow.of();

    private WrittenStatement(FeedRow identity) {
        this.identity = identity;
    }

    /** Revision 1 of a statement for the first half of November. */
    static WrittenStatement of(String carrier, String number, FeedRow... lines) {
        return new WrittenStatement(FeedRow.of("carrier_code", carrier, "statement_no", number, "revision", "1"))
                .period("2026-11-01", "2026-11-15")
                .lines(List.of(lines));
    }

    WrittenStatement period(String from, String to) {
        identity = identity.with("period_from", from).with("period_to", to);
        return this;
    }

    WrittenStatement revision(int revision) {
        identity = identity.with("revision", Integer.toString(revision));
        return this;
    }

    WrittenStatement lines(List<FeedRow> more) {
        lines.addAll(more);
        return this;
    }

    /** Says something in the header whatever the lines say. */
    WrittenStatement declared(String column, String value) {
        declared = declared.with(column, value);
        return this;
    }

    /** Loses one line on the way; the header still counts it. */
    WrittenStatement dropping(int index) {
        var head = head();
        for (var column : List.of("line_count", "gross", "fee", "net")) {
            declared(column, head.get(column));
        }
        lines.remove(index);
        return this;
    }

    String carrier() {
        return identity.get("carrier_code");
    }

    String number() {
        return identity.get("statement_no");
    }

    BigDecimal sum(String column) {
        return lines.stream().map(line -> line.amount(column)).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    FeedRow head() {
        var head = identity.with("line_count", Integer.toString(lines.size()));
        for (var column : List.of("gross", "fee", "net")) {
            head = head.with(column, sum(column).toPlainString());
        }
        for (var each : declared.values().entrySet()) {
            head = head.with(each.getKey(), each.getValue());
        }
        return head;
    }

    List<FeedRow> numbered() {
        var numbered = new ArrayList<FeedRow>();
        for (var line : lines) {
            numbered.add(line.with("carrier_code", carrier())
                    .with("statement_no", number())
                    .with("revision", identity.get("revision"))
                    .with("line_no", Integer.toString(numbered.size() + 1)));
        }
        return numbered;
    }

    /** The bank receipt that pays what the header says. */
    FeedRow payment() {
        return FeedRow.receipt("R" + number(), carrier(), head().get("net"), number());
    }
}
