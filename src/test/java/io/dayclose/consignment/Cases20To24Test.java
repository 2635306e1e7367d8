package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.collect;
import static io.dayclose.consignment.FeedRow.line;
import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Edge cases 20 to 24 of reconciliation.md 3b: files sent again, corrected statements, unknown waybills. */
class Cases20To24Test extends CaseNights {

    @Override
    void write() {
        for (int i = 20; i <= 24; i++) {
            company.agreement("C" + i);
        }
        company.agreement("C21B");
        sameFileTwice();
        correctedAndUnknown();
    }

    private void sameFileTwice() {
        var again = november("C20", collect("C20W1", "1000.00", "3.00"));
        for (var night : List.of(SECOND, THIRD)) {
            company.before(night)
                    .file(
                            "remittance_line-c20-" + night + ".csv",
                            CarrierInbox.csv("remittance_line", again.numbered()))
                    .file(
                            "remittance_statement-c20-" + night + ".csv",
                            CarrierInbox.csv("remittance_statement", List.of(again.head())));
        }
        second().receipt(again.payment()).parcels(parcel("C20", "C20W1", "1000.00"));
        for (var carrier : List.of("C21", "C21B")) {
            var first = collect(carrier + "W1", "1000.00", "3.00").with("carrier_line_id", "L1");
            var other = collect(carrier + "W2", "250.00", "0.75").with("carrier_line_id", "L2");
            second().parcels(parcel(carrier, carrier + "W1", "1000.00"), parcel(carrier, carrier + "W2", "300.00"))
                    .paid(november(carrier, first, other));
            var number = carrier.equals("C21") ? "C21-11H1" : "C21B-EXPORTED-AGAIN";
            third().statement(WrittenStatement.of(carrier, number, first, other));
        }
        second().parcels(IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> parcel("C22", "C22W%03d".formatted(i), "100.00"))
                        .toArray(FeedRow[]::new))
                .paid(november("C22").lines(overlapping().subList(0, 60)));
        var whole = WrittenStatement.of("C22", "C22-ALL").lines(overlapping());
        third().statement(whole).receipt(whole.payment().with("amount", "3988.00"));
    }

    private static List<FeedRow> overlapping() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(
                        i -> collect("C22W%03d".formatted(i), "100.00", "0.30").with("carrier_line_id", "L" + i))
                .toList();
    }

    private void correctedAndUnknown() {
        var lines = new ArrayList<>(Stream.of("1000.00 3.00", "500.00 1.50", "300.00 0.90")
                .map(each -> each.split(" "))
                .map(each -> collect("", each[0], each[1]))
                .toList());
        lines.replaceAll(line -> line.with("waybill_no", "C23W" + (lines.indexOf(line) + 1))
                .with("carrier_line_id", "L" + (lines.indexOf(line) + 1)));
        var wrong = november("C23").lines(lines);
        second().parcels(
                        parcel("C23", "C23W1", "1000.00"),
                        parcel("C23", "C23W2", "500.00"),
                        parcel("C23", "C23W3", "300.00"))
                .paid(wrong);
        var right = november(
                        "C23", lines.get(0), collect("C23W3", "250.00", "0.75").with("carrier_line_id", "L3"))
                .revision(2);
        third().statement(right).receipt(right.payment()); // the bank's record is corrected, too
        second().paid(november("C24", collect("C24W1", "1000.00", "3.00")));
        third().parcels(parcel("C24", "C24W1", "1000.00"));
    }

    @Test
    void case_20_the_same_bytes_under_another_name_change_nothing() {
        assertThat(company.receivables("C20", SECOND)).containsExactly("C20W1 1000.00 0.00 SETTLED");
        unchanged("C20");
    }

    @Test
    void case_21_the_same_lines_exported_again_change_nothing() {
        assertThat(company.breaks("C21", SECOND)).containsExactly("SHORT C21W2 50.00");
        unchanged("C21");
        assertThat(company.breaks("C21B", SECOND)).containsExactly("SHORT C21BW2 50.00");
        unchanged("C21B");
    }

    private void unchanged(String carrier) {
        assertThat(company.receivables(carrier, THIRD)).isEqualTo(company.receivables(carrier, SECOND));
        assertThat(company.breaks(carrier, THIRD)).isEqualTo(company.breaks(carrier, SECOND));
        assertThat(company.suspense(carrier, THIRD)).isEqualTo(company.suspense(carrier, SECOND));
    }

    @Test
    void case_22_of_an_overlapping_file_only_the_new_lines_count() {
        assertThat(company.receivables("C22", SECOND).stream().filter(row -> row.endsWith("SETTLED")))
                .hasSize(60);
        assertThat(company.receivables("C22", THIRD)).hasSize(100).allMatch(row -> row.endsWith("SETTLED"));
        assertThat(company.suspense("C22", THIRD)).isEmpty();
        assertThat(company.breaks("C22", THIRD)).noneMatch(row -> row.matches("(DUPLICATE_LINE|FOOTING|OVER) .*"));
    }

    @Test
    void case_23_a_corrected_revision_keeps_reverses_and_matches_again() {
        assertThat(company.receivables("C23", SECOND)).hasSize(3).allMatch(row -> row.endsWith("SETTLED"));
        assertThat(company.breaks("C23", SECOND)).isEmpty();
        assertThat(company.receivables("C23", THIRD).stream().map(row -> row.replaceFirst(" (DUE|REOPENED)$", "")))
                .containsExactly("C23W1 1000.00 0.00 SETTLED", "C23W2 0.00 500.00", "C23W3 250.00 50.00 PARTIAL");
        assertThat(company.breaks("C23", THIRD)).containsExactly("NOT_REMITTED C23W2 500.00", "SHORT C23W3 50.00");
    }

    @Test
    void case_24_an_unknown_waybill_waits_until_its_parcel_is_known() {
        assertThat(company.breaks("C24", SECOND)).containsExactly("UNKNOWN_WAYBILL C24W1 1000.00");
        assertThat(company.suspense("C24", SECOND)).containsExactly("C24W1 1000.00");
        assertThat(company.receivables("C24", THIRD)).containsExactly("C24W1 1000.00 0.00 SETTLED");
        assertThat(company.oneBreak("UNKNOWN_WAYBILL", "C24", THIRD).text("first_seen", "state"))
                .isEqualTo("2026-11-24 AUTO_CLEARED");
        assertThat(company.suspense("C24", THIRD)).isEmpty();
    }
}
