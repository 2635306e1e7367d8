package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** Toner that lives 300 days: A went off on 16 November, B does in 20 days, C in 94, D next summer; E is an own store's. */
class ShelfLifeReportTest extends CompanyNights {
    private static final String DATE = "2026-11-22";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports()
                .feeds("stock_movement")
                .write(
                        "inbox/product-1.csv",
                        "product_code,name,category,shelf_life_days,serialised\nG001,墨粉,耗材,300,N\n");
        company.write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,batch_no,produced_on
                M1,1,2026-11-01,W002,G001,RECEIVE,1,OWNED,A,2026-01-20
                M2,1,2026-11-01,W002,G001,RECEIVE,2,OWNED,B,2026-02-15
                M3,1,2026-11-01,W002,G001,RECEIVE,4,OWNED,C,2026-04-30
                M4,1,2026-11-01,W002,G001,RECEIVE,8,OWNED,D,2026-10-01
                M5,1,2026-11-01,W001,G001,RECEIVE,16,OWNED,E,2026-01-20
                """);
        return company;
    }

    @Test
    void a_dealer_is_told_of_his_own_batches_that_are_to_be_sold_first() {
        assertThat(nights.run(DATE).exitCode()).isZero();
        assertThat(nights.job("weekly", DATE).exitCode()).isZero();
        var book = OpenedBook.of(home, DATE, "保质期提醒", "D01 诚信");
        assertThat(book.cells("保质期", "批号", "数量", "剩余天数", "状态"))
                .containsExactly("A 1 -6 已过期", "B 2 20 剩余不足 30 天", "C 4 94 剩余不足三分之一");
        assertThat(book.figure("临期件数")).isEqualTo("7");
        assertThat(book.figure("其中已过期")).isEqualTo("1");
    }

    @Test
    void a_dealer_whose_goods_are_all_good_is_not_written_to() {
        home.write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,batch_no,produced_on
                M4,1,2026-11-01,W002,G001,RECEIVE,8,OWNED,D,2026-10-01
                """);
        assertThat(nights.run(DATE).exitCode()).isZero();
        assertThat(nights.job("weekly", DATE).exitCode()).isZero();
        assertThat(rows("SELECT COUNT(*) FROM outbox WHERE report = 'shelf-life'"))
                .containsExactly("0");
    }
}
