package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/**
 * What is on its way, what dealers hold and owe, and pieces sold twice. W001, W003 and W005 are the east's, W002 and W004 the south's. The
 * cable lists at 30 until 9 November, at 25 since.
 */
class StockListsTest extends CompanyNights {
    private static final String BEFORE = "2026-11-21";
    private static final String DATE = "2026-11-22";
    private static final String[] TRANSIT = {
        "状态", "调拨单", "商品编码", "发出网点编码", "收货网点编码", "收货网点", "发出日期", "发出天数", "发出", "到货", "在途数量", "在途金额（成本）"
    };
    private static final String[] EXPOSURE = {
        "代理商编码", "状态", "代销库存", "代销库存金额", "代销已售", "已结算", "已售未结算", "未结算金额", "其中无目录价", "敞口", "保证金余额", "逾期应收"
    };

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports().feeds("stock_movement", "consignment_settlement", "deposit_movement");
        company.write(
                "inbox/dealer-1.csv", "dealer_code,name,branch_code\nD01,诚信,B02\nD02,永盛,B02\nD03,远达,B01\nD04,新联,B01\n");
        company.write("inbox/outlet-1.csv", """
                outlet_code,name,branch_code,channel,dealer_code,opened_on
                W001,上海一店,B01,OWN,,2020-01-01
                W002,广州二店,B02,DEALER,D01,2020-01-01
                W003,杭州三店,B01,OWN,,2020-01-01
                W004,深圳四店,B02,DEALER,D02,2020-01-01
                W005,苏州五店,B01,DEALER,D03,2020-01-01
                """);
        company.write("inbox/product-1.csv", """
                product_code,valid_from,name,category,serialised,standard_cost,list_price
                G001,2026-01-01,数据线,配件,N,10,30
                G001,2026-11-10,数据线,配件,N,10,25
                G002,,手机甲,手机,Y,1000,1500
                G003,,电池,配件,N,5,
                """);
        return company;
    }

    private void moved(String file, String... lines) {
        home.write(
                "inbox/stock_movement-" + file + ".csv",
                "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,counter_outlet,reference\n"
                        + String.join("\n", lines) + "\n");
    }

    private void night(String date) {
        var result = nights.run(date);
        assertThat(result.exitCode()).as("%s", result.problems()).isZero();
        assertThat(rows("SELECT CONCAT_WS(' ', feed, voucher_key, reason) FROM voucher WHERE decision = 'RETURNED'"))
                .isEmpty();
    }

    private OpenedBook book(String scope) {
        return OpenedBook.of(home, DATE, "进销存", scope);
    }

    private void transfers() {
        moved(
                "1",
                "T1,1,2026-11-16,W001,G001,TRANSFER_OUT,10,,W003,",
                "T1,2,2026-11-18,W003,G001,TRANSFER_IN,4,,W001,",
                "T2,1,2026-11-14,W001,G001,TRANSFER_OUT,5,,,",
                "T3,1,2026-11-14,W002,G001,TRANSFER_OUT,2,,W003,",
                "E3,1,2026-11-14,W003,G001,TRANSFER_IN,3,,W002,T3",
                "T5,1,2026-11-15,W003,G001,TRANSFER_OUT,4,,W001,",
                "T6,1,2026-11-15,W003,G001,TRANSFER_OUT,9,,W001,");
        night(BEFORE);
        moved(
                "2",
                "E1,1,2026-11-22,W003,G001,TRANSFER_IN,6,,W001,T1",
                "T6,1,2026-11-15,W003,G001,TRANSFER_OUT,2,,W001,",
                "T6,2,2026-11-16,W001,G001,TRANSFER_IN,2,,W003,",
                "T7,1,2026-11-22,W001,G001,TRANSFER_OUT,3,,W005,",
                "T7,2,2026-11-22,W003,G001,TRANSFER_OUT,4,,W005,",
                "T7,3,2026-11-22,W005,G001,TRANSFER_IN,5,,,",
                "T8,1,2026-11-22,W001,G001,TRANSFER_OUT,2,,W003,",
                "T8,2,2026-11-22,W001,G002,TRANSFER_OUT,1,,W003,",
                "T8,3,2026-11-22,W003,G001,TRANSFER_IN,2,,W001,T2");
        night(DATE);
    }

    @Test
    void what_was_sent_is_on_its_way_until_all_of_it_has_arrived() {
        transfers();
        var first = OpenedBook.of(home, BEFORE, "进销存", "测试公司");
        assertThat(first.cells("在途", TRANSIT))
                .containsExactly(
                        "在途 T2 G001 W001 – – 46340 7 5 0 5 50",
                        "多到 T3 G001 W002 W003 杭州三店 46340 7 2 3 -1 -10",
                        "在途 T5 G001 W003 W001 上海一店 46341 6 4 0 4 40",
                        "在途 T6 G001 W003 W001 上海一店 46341 6 9 0 9 90",
                        "在途 T1 G001 W001 W003 杭州三店 46342 5 10 4 6 60");
        assertThat(book("测试公司").cells("在途", TRANSIT))
                .as(
                        "the other part of T1 has come, T6 was corrected, T7 has come for W001 first, T8's cables are its own")
                .containsExactly(
                        "超过 7 天 T2 G001 W001 – – 46340 8 5 0 5 50",
                        "多到 T3 G001 W002 W003 杭州三店 46340 8 2 3 -1 -10",
                        "在途 T5 G001 W003 W001 上海一店 46341 7 4 0 4 40",
                        "在途 T7 G001 W003 W005 苏州五店 46348 0 4 2 2 20",
                        "在途 T8 G002 W001 W003 杭州三店 46348 0 1 0 1 1000");
    }

    @Test
    void a_transfer_is_the_sender_s_branch_s_and_an_old_date_is_told_again_as_it_was() {
        transfers();
        assertThat(book("华南").cells("在途", "调拨单")).containsExactly("T3");
        assertThat(book("华东").cells("在途", "调拨单")).containsExactly("T2", "T5", "T7", "T8");
        nights.again(BEFORE, "to see it again");
        assertThat(OpenedBook.of(home, BEFORE, "进销存", "华东").cells("在途", "调拨单", "发出", "到货"))
                .as("what arrived later has not arrived; T6 was corrected, and told later to have arrived by then")
                .containsExactly("T2 5 0", "T5 4 0", "T1 10 4");
    }

    private void consigned() {
        moved(
                "1",
                "M1,1,2026-11-02,W002,G001,RECEIVE,20,CONSIGNED,,",
                "M1,2,2026-11-02,W002,G003,RECEIVE,3,CONSIGNED,,",
                "M2,1,2026-11-02,W004,G001,RECEIVE,2,CONSIGNED,,",
                "M3,1,2026-11-02,W005,G001,RECEIVE,1,CONSIGNED,,",
                "M3,2,2026-11-02,W005,G001,RECEIVE,5,OWNED,,");
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-05,W002,,G001,6,30,,180,,,,",
                "S2,1,SALE,2026-11-12,W002,,G001,4,25,,100,,,,",
                "R1,1,RETURN,2026-11-13,W002,,G001,1,30,,30,,S1,1,",
                "S3,1,SALE,2026-11-15,W005,,G001,4,25,,100,,,,",
                "R3,1,RETURN,2026-11-16,W005,,G001,2,25,,50,,S3,1,");
        home.write("inbox/consignment_settlement-1.csv", """
                settlement_no,line_no,dealer_code,product_code,quantity,unit_price,amount,settled_on,due_on
                J1,1,D01,G001,7,30,210,2026-11-14,2026-11-20
                J3,1,D03,G001,9,25,225,2026-11-16,2026-11-30
                """);
        home.write("inbox/deposit_movement-1.csv", """
                entry_no,entry_date,dealer_code,type,amount
                B1,2026-01-05,D01,PAID,300
                B2,2026-01-05,D02,PAID,500
                B3,2026-06-05,D02,REFUNDED,450
                """);
        night(DATE);
    }

    /**
     * D01: 5 and 4 sold, 7 settled, so 2 of the later ones at 25 are not; 11 cables and 3 batteries without a price are left. D03 sold one
     * of ours and 3 of his own, 2 of which came back; his settlement of 9 is blocked.
     */
    @Test
    void what_dealers_hold_and_have_not_settled_beside_what_they_have_deposited() {
        consigned();
        assertThat(book("测试公司").cells("代理商敞口", EXPOSURE))
                .containsExactly(
                        "D01 超过保证金 14 275 9 7 2 50 3 325 300 210",
                        "D02 保证金之内 2 50 0 0 0 0 0 50 50 0",
                        "D03 无保证金 0 0 1 0 1 25 0 25 0 0");
        assertThat(book("华南").cells("代理商敞口", "代理商编码")).containsExactly("D01", "D02");
        assertThat(book("华东").cells("代理商敞口", "代理商编码", "敞口")).containsExactly("D03 25");
    }

    @Test
    void what_dealers_sell_and_pay_later_leaves_the_exposure_of_a_date_as_it_was() {
        consigned();
        var told = book("测试公司").cells("代理商敞口", EXPOSURE);
        home.sales("sale-2.csv", "S9,1,SALE,2026-11-23,W002,,G001,11,25,,275,,,,");
        home.write(
                "inbox/deposit_movement-2.csv",
                "entry_no,entry_date,dealer_code,type,amount\nB4,2026-11-23,D01,PAID,900\n");
        night("2026-11-23");
        assertThat(OpenedBook.of(home, "2026-11-23", "进销存", "测试公司").cells("代理商敞口", EXPOSURE))
                .contains("D01 保证金之内 3 0 20 7 13 325 3 325 1200 210");
        nights.again(DATE, "to see it again");
        assertThat(book("测试公司").cells("代理商敞口", EXPOSURE)).isEqualTo(told);
    }

    /** The return between SN1's two sales is cancelled later; SN5 is one sale in two versions. */
    @Test
    void a_piece_sold_twice_or_returned_more_often_than_sold() {
        moved("1", "M1,1,2026-11-02,W004,G001,RECEIVE,1,,,");
        home.sales(
                "sale-1.csv",
                "S11,1,SALE,2026-11-05,W001,,G002,1,1500,,1500,SN1,,,",
                "R11,1,RETURN,2026-11-06,W001,,G002,1,1500,,1500,SN1,S11,1,",
                "S12,1,SALE,2026-11-08,W002,,G002,1,1500,,1500,SN1,,,",
                "R21,1,RETURN,2026-11-10,W003,,G002,1,1500,,1500,SN2,,,",
                "S31,1,SALE,2026-11-05,W001,,G002,1,1500,,1500,SN3,,,",
                "R31,1,RETURN,2026-11-06,W001,,G002,1,1500,,1500,SN3,S31,1,",
                "S32,1,SALE,2026-11-07,W001,,G002,1,1500,,1500,SN3,,,",
                "S41,1,SALE,2026-11-05,W001,,G002,1,1500,,1500,SN4,,,",
                "R41,1,RETURN,2026-11-06,W001,,G002,1,1500,,1500,SN4,S41,1,",
                "R42,1,RETURN,2026-11-08,W002,,G002,1,1500,,1500,SN4,,,",
                "S51,1,SALE,2026-11-05,W001,,G002,1,1500,,1500,SN5,,,");
        night(BEFORE);
        home.sales("sale-2.csv", "R11,1,,,,,,,,,,,,,Y", "S51,1,SALE,2026-11-05,W001,P005,G002,1,1400,,1400,SN5,,,");
        night(DATE);
        assertThat(book("测试公司")
                        .cells(
                                "串号", "状态", "串号", "商品编码", "销售次数", "退货次数", "首次销售单", "首次销售网点", "末次销售单", "末次销售日期",
                                "末次销售网点"))
                .containsExactly(
                        "重复销售 SN1 G002 2 0 S11/1 上海一店 S12/1 46334 广州二店",
                        "重复退货 SN2 G002 0 1 – – – – –",
                        "重复退货 SN4 G002 1 2 S41/1 上海一店 S41/1 46331 上海一店");
        assertThat(book("测试公司").cells("串号", "串号", "末次退货单", "末次退货日期", "末次退货网点"))
                .containsExactly("SN1 – – –", "SN2 R21/1 46336 杭州三店", "SN4 R42/1 46334 广州二店");
        assertThat(book("华南").cells("串号", "串号")).containsExactly("SN1", "SN4");
        assertThat(book("华东").cells("串号", "串号")).containsExactly("SN2");
        var before = OpenedBook.of(home, BEFORE, "进销存", "测试公司");
        assertThat(before.cells("串号", "串号")).containsExactly("SN2", "SN4");
    }
}
