package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Workbooks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipment is confirmed, by whom it may be: each branch is told which ones nobody has confirmed. */
class ShipmentsToConfirmTest {
    private static final String NIGHT = "2026-11-24";
    private static final String NEXT = "2026-11-25";
    private static final String TITLE = "待确认发货";

    @TempDir
    private Path folder;

    private static FeedRow sent(String waybill, String on) {
        return parcel("SF", waybill, "100.00").with("shipped_on", on).became("SHIPPED", "");
    }

    @Test
    void a_branch_is_told_of_yesterday_s_and_older_ones_until_they_are_confirmed_or_arrive() {
        try (var company = new CarrierCompany(folder).agreement("SF")) {
            company.home().reports();
            company.before(NIGHT)
                    .parcels(sent("S1", NIGHT), sent("S2", "2026-11-20"), sent("S3", "2026-11-21"))
                    .parcels(sent("S4", "2026-11-01").with("cod_amount", "0.00"), parcel("SF", "S5", "100.00"));
            company.start();
            company.change("INSERT INTO confirmed_shipment (carrier_code, waybill_no, confirmed_on, who, reason)"
                    + " VALUES ('SF', 'S3', '2026-11-22', 'wang', 'seen')");
            company.deliver(NIGHT);
            assertThat(company.nights().run(NIGHT).problems()).isEmpty();
            var archive = company.home().folder().resolve("out/archive");
            var rows = Workbooks.read(Workbooks.below(archive.resolve(NIGHT + "/" + TITLE))
                            .get(0))
                    .get("待确认");
            assertThat(rows.subList(1, rows.size() - 1))
                    .extracting(row -> row.get(3) + " " + row.get(1))
                    .as("the longest first; one without cash is confirmed as well")
                    .containsExactly("S4 23", "S2 4", "S1 0");
            assertThat(company.nights().rows("""
                            SELECT recipient, subject FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE report = 'shipments-to-confirm'"""))
                    .as("the other branch has none")
                    .containsExactly("south@example.com 【待确认发货】华南 11-24 昨日发货 1 票待确认，代收金额 ¥200.00");
            company.before(NEXT)
                    .parcels(parcel("SF", "S1", "100.00"), parcel("SF", "S2", "100.00"), parcel("SF", "S4", "0.00"));
            company.deliver(NEXT);
            company.nights().run(NEXT);
            assertThat(Workbooks.below(archive.resolve(NEXT + "/" + TITLE))).isEmpty();
        }
    }
}
