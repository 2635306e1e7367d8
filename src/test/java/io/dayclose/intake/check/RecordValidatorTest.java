package io.dayclose.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.SourceRow;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Outlet;
import io.dayclose.organisation.Person;
import io.dayclose.organisation.Product;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a line of sale, from the line and master data alone. */
class RecordValidatorTest {
    private static final List<String> HEADER = List.of(
            "doc_no",
            "line_no",
            "kind",
            "business_date",
            "outlet_code",
            "seller_code",
            "product_code",
            "quantity",
            "unit_price",
            "discount",
            "amount",
            "serial_no",
            "original_doc_no",
            "original_line_no",
            "void");
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");

    @TempDir
    private Path folder;

    private Feed feed;
    private final Organisation company = new Organisation();

    @BeforeEach
    void company() {
        feed = new TestHome(folder).feeds("sale").home().feeds().get(0);
        var closed = LocalDate.parse("2026-11-20");
        company.put("outlet", "W001", FeedSchema.ALWAYS, new Outlet("W001", "B01", "OWN", null, null, null));
        company.put("outlet", "W003", FeedSchema.ALWAYS, new Outlet("W003", "B01", "OWN", null, null, closed));
        company.put("person", "P005", FeedSchema.ALWAYS, new Person("P005", "B01", "SELLER", null, null, null));
        company.put(
                "person",
                "P004",
                FeedSchema.ALWAYS,
                new Person("P004", "B01", "SELLER", null, null, LocalDate.parse("2026-11-15")));
        company.put("product", "G001", FeedSchema.ALWAYS, new Product("G001", false, "", "", "GOODS", null));
        company.put("product", "G002", FeedSchema.ALWAYS, new Product("G002", true, "", "", "GOODS", null));
    }

    /** Its decision, and where it has a fault: reason, column, value and what the value was measured by. */
    private String judged(String line) {
        var cells = line.split(";", -1);
        var parsed = Translator.of(feed, HEADER, new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH))
                .translate(new SourceRow(2, cells, false));
        var record = new RecordValidator(feed, company, NIGHT).judge(parsed, new ValidatedRecord.Origin(1, 2, 1), 0);
        var fault = record.fault();
        return record.decision()
                + (fault == null
                        ? ""
                        : " " + fault.reason() + " " + fault.column() + " [" + fault.value() + "] [" + fault.expected()
                                + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S1;1;SALE;2026-11-22;W001;P005;G001;2;10.00;;20.00;;;; | ACCEPTED",
                "S1;1;SALE;2026-11-22;W001;;G001;2;10.00;;20.00;;;; | ACCEPTED",
                "S1;1;SALE;2026-11-22;W001;P005;G001;2;10.00;1.00;19.00;;;; | ACCEPTED",
                "R1;1;RETURN;2026-11-22;W001;P005;G001;1;10.00;;10.00;;S1;1; | PENDING",
                "S1;1;SALE;2026-11-22;W001;P005;G002;1;10.00;;10.00;SN1;;; | PENDING",
            })
    void what_is_whole_is_accepted_and_what_refers_to_others_waits_for_them(String line, String decision) {
        assertThat(judged(line)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";1;SALE;2026-11-22;W001;P005;G001;2;10.00;;20.00;;;; | REFUSED MISSING_KEY doc_no [] []",
                "S1;x;SALE;2026-11-22;W001;P005;G001;2;10.00;;20.00;;;; | REFUSED BAD_KEY line_no [x]",
                "S1;1;SALE;2026-11-22;W001;P005;;2;10.00;;20.00;;;; | RETURNED MISSING_VALUE product_code [] []",
                "S1;1;SALE;2026-11-22;W001;P005;G001;-2;10.00;;20.00;;;; | REFUSED NEGATIVE_NUMBER quantity [-2] [≥ 0]",
                "S1;1;SALE;2026-11-23;W001;P005;G001;2;10.00;;20.00;;;; | WAITING FUTURE_DATED business_date [2026-11-23] [≤ 2026-11-22]",
                "S1;1;SALE;2026-11-22;W009;P005;G001;2;10.00;;20.00;;;; | RETURNED UNKNOWN_OUTLET outlet_code [W009] [2026-11-22]",
                "S1;1;SALE;2026-11-22;W001;P009;G001;2;10.00;;20.00;;;; | RETURNED UNKNOWN_PERSON seller_code [P009] [2026-11-22]",
                "S1;1;SALE;2026-11-22;W001;P005;G009;2;10.00;;20.00;;;; | RETURNED UNKNOWN_PRODUCT product_code [G009] [2026-11-22]",
                "S1;1;SALE;2026-11-22;W003;P005;G001;2;10.00;;20.00;;;; | RETURNED OUTLET_CLOSED outlet_code [W003]",
                "S1;1;SALE;2026-11-22;W001;P004;G001;2;10.00;;20.00;;;; | RETURNED PERSON_LEFT seller_code [P004]",
                "S1;1;SALE;2026-11-22;W001;P005;G001;2;10.00;;25.00;;;; | RETURNED AMOUNT_MISMATCH amount [25.00] [20.00",
                "S1;1;SALE;2026-11-22;W001;P005;G002;1;10.00;;10.00;;;; | RETURNED SERIAL_MISSING serial_no []",
                "S1;1;SALE;2026-11-22;W001;P005;G002;2;10.00;;20.00;SN1;;; | RETURNED SERIAL_QUANTITY quantity [2]",
            })
    void what_is_not_is_told_by_its_gravest_fault_with_both_figures(String line, String decision) {
        assertThat(judged(line)).startsWith(decision);
    }

    /** Without a key nobody can say later that it is mended. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S1;x;SALE;2026-11-23;W009;P005;G001;-2;10.00;;20.00;;;; | BAD_KEY",
                "S1;1;SALE;2026-11-23;W009;P005;G001;-2;10.00;;20.00;;;; | NEGATIVE_NUMBER",
                "S1;1;SALE;2026-11-23;W009;P005;;2;10.00;;20.00;;;; | MISSING_VALUE",
                "S1;1;SALE;2026-11-23;W009;P005;G001;2;10.00;;25.00;;;; | FUTURE_DATED",
                "S1;1;SALE;2026-11-22;W009;P005;G001;2;10.00;;25.00;;;; | UNKNOWN_OUTLET",
            })
    void of_many_faults_the_one_is_told_that_must_be_mended_first(String line, @Nullable String reason) {
        assertThat(judged(line)).contains(" " + reason + " ");
    }
}
