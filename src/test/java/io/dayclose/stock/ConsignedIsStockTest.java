package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** A dealer's shelf is never bare while goods of ours stand on it; an own store's was, from 11 to 22 November. */
class ConsignedIsStockTest extends CompanyNights {
    private static final String DATE = "2026-11-22";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports().feeds("stock_movement").write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership
                M1,1,2026-11-01,W002,G001,RECEIVE,10,CONSIGNED
                M2,1,2026-11-01,W001,G001,RECEIVE,1,OWNED
                """);
        company.write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2025-01-01,2027-12-31\n");
        return company.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-10,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-20,W002,,G001,1,10.00,,10.00,,,,");
    }

    @Test
    void only_the_bare_shelf_is_out_of_stock() {
        assertThat(nights.run(DATE).exitCode()).isZero();
        assertThat(OpenedBook.of(home, DATE, "进销存", "测试公司").cells("缺货", "网点编码", "本月缺货天数", "损失销量"))
                .containsExactly("W001 12 0.43");
    }
}
