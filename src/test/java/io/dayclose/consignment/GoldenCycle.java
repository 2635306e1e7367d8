package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.parcel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The golden mini-cycle of reconciliation.md 3c as real feeds. The night of the 23rd brings the opening state: W00 of
 * October with 600 of 1000 paid, and a line on a waybill X1 that nobody knows. The night of the 24th brings the cycle.
 */
final class GoldenCycle {
    static final String OPENING = "2026-11-23";
    static final String AS_OF = "2026-11-24";
    static final String NEXT = "2026-11-25";
    static final String STATEMENT = "SF-2026-11-H1";

    private GoldenCycle() {}

    /** Written, not yet run. */
    static CarrierCompany company(Path folder) {
        return company(folder, statement());
    }

    static CarrierCompany company(Path folder, WrittenStatement statement) {
        var company = new CarrierCompany(folder).agreement("SF");
        company.home().reports();
        company.before(OPENING)
                .parcels(parcel("SF", "W00", "1000.00")
                        .with("shipped_on", "2026-10-22")
                        .became("DELIVERED", "2026-10-25"))
                .paid(WrittenStatement.of("SF", "SF-2026-10-H2")
                        .period("2026-10-16", "2026-10-31")
                        .lines(numbered(collect("W00", "600.00", "1.80"), collect("X1", "250.00", "0.75"))));
        company.before(AS_OF).parcels(parcels()).paid(statement).back("W05").back("W06");
        return company;
    }

    private static FeedRow[] parcels() {
        var batch = "B77";
        return new FeedRow[] {
            parcel("SF", "W01", "1000.00"),
            parcel("SF", "W02", "1200.00").with("batch_ref", batch),
            parcel("SF", "W03", "800.00").with("batch_ref", batch),
            parcel("SF", "W04", "500.00").with("batch_ref", batch),
            parcel("SF", "W05", "900.00").became("PART_REFUSED", "2026-11-06").with("refused_amount", "300.00"),
            parcel("SF", "W06", "700.00").became("REFUSED", "2026-11-06"),
            parcel("SF", "W07", "2000.00"),
            parcel("SF", "W08", "1500.00"),
            parcel("SF", "W09", "300.00"),
            parcel("SF", "W10", "600.00"),
            parcel("SF", "W11", "1000.00").became("RETURNED", "2026-11-10"),
            parcel("SF", "W12", "450.00"),
            parcel("SF", "X1", "250.00").with("shipped_on", "2026-10-25").became("DELIVERED", "2026-10-28"),
        };
    }

    static WrittenStatement statement() {
        var lines = new ArrayList<>(numbered(
                collect("W00", "400.00", "1.20"),
                collect("W01", "1000.00", "3.00"),
                collect("", "2500.00", "7.50").with("batch_ref", "B77"),
                collect("W05", "600.00", "1.80"),
                collect("W06", "700.00", "2.10"),
                collect("W08", "1499.60", "4.50"),
                collect("W09", "250.00", "0.75"),
                collect("W10", "600.00", "1.80"),
                collect("W12", "450.00", "5.00"),
                collect("X2", "320.00", "0.96")));
        lines.add(8, lines.get(7));
        return WrittenStatement.of("SF", STATEMENT).lines(lines);
    }

    /** The waybill W07 in a statement of its own, a day late. */
    static WrittenStatement late() {
        return WrittenStatement.of(
                "SF", "SF-LATE", collect("W07", "2000.00", "6.00").with("carrier_line_id", "LATE1"));
    }

    private static List<FeedRow> numbered(FeedRow... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> lines[i].with("carrier_line_id", "T%02d-%s".formatted(i, lines[i].get("waybill_no"))))
                .toList();
    }
}
