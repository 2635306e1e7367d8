package io.dayclose.intake.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Feed;
import io.dayclose.intake.parse.Locality;
import io.dayclose.intake.parse.Translator;
import io.dayclose.intake.read.Rows;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proposed for a file is accepted by check as it stands, and reads the file; what it is not sure of it says. */
class FeedProposalTest {
    @TempDir
    private Path folder;

    private static List<Path> exports() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/exports"))) {
            return files.sorted().toList();
        }
    }

    private FeedProposal proposal(Path file) throws IOException {
        return FeedProposal.of(file, Optional.empty(), Language.EN).orElseThrow();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The proposed feed, once nothing is wrong with its file. */
    private Feed accepted(FeedProposal proposal) {
        var name = proposal.yaml()
                .lines()
                .filter(line -> line.startsWith("feed: "))
                .findFirst()
                .orElse("")
                .substring(6);
        var home = new TestHome(folder)
                .write("jobs-config/company.yml", "name: {zh: 测试, en: Test}\nzone: Asia/Shanghai\n");
        return home.write("jobs-config/feeds/" + name + ".yml", proposal.yaml())
                .home()
                .feeds()
                .get(0);
    }

    private List<String> read(Path file, Feed feed, String... columns) throws IOException {
        var found = new ArrayList<String>();
        try (var rows = Rows.open(file, feed)) {
            var translator = Translator.of(feed, rows.header(), new Locality(ZoneId.of("Asia/Shanghai"), Language.ZH));
            for (var row = rows.next(); row != null; row = rows.next()) {
                var parsed = translator.translate(row);
                assertThat(parsed.faults()).isEmpty();
                var values = new ArrayList<String>();
                for (var column : columns) {
                    values.add(String.valueOf(parsed.values()[feed.schema().index(column)]));
                }
                found.add(String.join(" ", values));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("exports")
    void a_table_of_sales_is_known_as_one_whoever_wrote_it(Path export) throws IOException {
        var feed = accepted(proposal(export));
        assertThat(feed.name()).isEqualTo("sale");
        assertThat(read(
                        export,
                        feed,
                        "doc_no",
                        "line_no",
                        "kind",
                        "business_date",
                        "product_code",
                        "quantity",
                        "amount"))
                .containsExactly(
                        "000123 1 SALE 2026-11-22 00501 2 19.00",
                        "000123 2 SALE 2026-11-22 00502 1 1230.00",
                        "S-2 1 RETURN 2026-11-22 00501 1 9.50",
                        "S3 1 SALE 2026-11-21 G 7 10 1.00");
    }

    @Test
    void what_a_shop_does_not_export_is_worked_out_and_said_to_be_unsure() throws IOException {
        var file = file(
                "online-2026-11-22.csv",
                "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,Country\n1,G1,2,2026-11-22 09:00:00,9.50,UK\nC2,G1,-1,2026-11-22 10:00:00,9.50,UK\n");
        var proposal = proposal(file);
        assertThat(proposal.unsure()).anyMatch(each -> each.contains("kind is worked out as"));
        assertThat(read(file, accepted(proposal), "doc_no", "line_no", "kind", "business_date", "quantity", "amount"))
                .containsExactly("1 1 SALE 2026-11-22 2 19.00", "C2 1 RETURN 2026-11-22 1 9.50");
    }

    @Test
    void days_and_months_that_cannot_be_told_apart_are_said_and_decimal_commas_declared() throws IOException {
        var file = file(
                "Verkauf.csv",
                "Order;Date;Store;SKU;Qty;Price;Amount\nA1;05.11.2026;W1;G1;2;9,50;19,00\nA2;06.11.2026;W1;G1;1;1.234,50;1.234,50\n");
        var proposal = proposal(file);
        assertThat(proposal.yaml()).contains("dates: [\"d.M.yyyy\"]", "decimal: \",\"");
        assertThat(proposal.unsure())
                .contains("not sure: no date of business_date tells day and month apart; d.M.yyyy is assumed");
        assertThat(read(file, accepted(proposal), "doc_no", "business_date", "amount"))
                .containsExactly("A1 2026-11-05 19.00", "A2 2026-11-06 1234.50");
    }

    @Test
    void other_feeds_are_known_by_their_headers_and_what_is_missing_is_named() throws IOException {
        var bill = proposal(file("wx.csv", "交易时间,商户号,微信订单号,总金额\n`2026-11-22 09:01:02,`19,`42,`12.50\n"));
        assertThat(bill.yaml()).contains("feed: receipt");
        assertThat(bill.unsure()).anyMatch(each -> each.contains("nothing in the file is payer_kind"));
        var people = proposal(file("people.csv", "工号,姓名,分公司编码,岗位\nP1,王芳,B01,SELLER\n"));
        assertThat(people.yaml()).contains("feed: person");
    }
}
