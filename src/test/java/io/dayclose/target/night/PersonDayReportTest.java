package io.dayclose.target.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** 3000 for the east's November, every day weighing the same; its store director is given 600 of it, the seller has the rest. */
class PersonDayReportTest extends CompanyNights {
    private static final String DATE = "2026-11-22";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports()
                .feeds("target")
                .write(
                        "inbox/target-1.csv",
                        "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,BRANCH,B01,3000\n2026-11,net-amount,PERSON,P006,600\n2026-11,net-amount,PERSON,P007,300\n");
        company.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,email\nP006,钱店,B01,W001,STORE_DIRECTOR,store@example.com\nP007,孙南,B02,W002,SELLER,\n");
        return company.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-10-01,W001,P005,G001,3,100.00,,300.00,,,,",
                "S2,1,SALE,2026-11-21,W001,P005,G001,5,100.00,,500.00,,,,",
                "S3,1,SALE,2026-11-22,W001,P005,G001,2,100.00,,200.00,,,,");
    }

    private OpenedBook book(String scope) {
        return OpenedBook.of(home, DATE, "每人每日任务", scope);
    }

    /** The seller's 2400 are 80 a day; he has brought 700 of the 1760 of 22 days, and 1700 in 8 days is 212.50. */
    @Test
    void everybody_s_day_and_month_to_the_manager_and_to_the_director_of_the_outlet() {
        assertThat(nights.run(DATE).exitCode()).isZero();
        var east = book("华东");
        assertThat(east.cells("人员", "网点", "工号", "岗位", "指标", "当日任务", "当日完成", "累计任务", "累计完成", "差距"))
                .containsExactly("上海一店 P006 店长 净销售额 20 0 440 0 -440", "上海一店 P005 销售员 净销售额 80 200 1760 700 -1060");
        assertThat(east.cells("人员", "工号", "累计达成率", "全月任务", "今后每日需完成", "全月预测"))
                .containsExactly("P006 0 600 75 –", "P005 0.40 2400 212.50 825");
        assertThat(east.figure("落后人数")).isEqualTo("2");
        assertThat(east.figure("当日任务")).isEqualTo("¥100.00");
        assertThat(east.figure("当日达成率")).isEqualTo("200.0%");
        assertThat(book("W001 上海一店").sheets().get("人员")).isEqualTo(east.sheets().get("人员"));
        assertThat(
                        rows(
                                "SELECT o.scope_code, m.recipient FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.report = 'person-day' ORDER BY 1"))
                .containsExactly("B01 east@example.com", "B02 south@example.com", "W001 store@example.com", "W002 ");
    }

    @Test
    void a_branch_and_an_outlet_see_their_own_people_only() {
        nights.run(DATE);
        assertThat(book("华南").cells("人员", "工号")).containsExactly("P007");
        assertThat(book("W002 广州二店").cells("人员", "工号")).containsExactly("P007");
        assertThat(book("华东").sheets().toString()).doesNotContain("P007", "孙南", "广州");
    }
}
