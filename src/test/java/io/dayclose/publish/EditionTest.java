package io.dayclose.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Report;
import io.dayclose.config.ReportScope;
import io.dayclose.report.Scope;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {
    private static Edition edition(String title, Scope scope, int revision) {
        var report = new Report(
                "daily-sales",
                Bilingual.same(title),
                List.of("nightly"),
                List.of(scope.kind()),
                new Report.Audience(List.of(), List.of(), List.of(), List.of()),
                new Report.Send(Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false);
        return new Edition(report, scope, LocalDate.of(2026, 11, 22), revision, Language.ZH);
    }

    private static Scope branch(String code, String name) {
        return new Scope(ReportScope.BRANCH, Optional.of(code), name);
    }

    @ParameterizedTest
    @CsvSource({
        "销售日报, B01, 华东, 销售日报_B01_华东_2026-11-22.xlsx",
        "每人每日任务, W001, W001 上海一店, 每人每日任务_W001_2026-11-22.xlsx",
        "销售日报, B01, 华东第一分公司, 销售日报_B01_2026-11-22.xlsx",
        "Sales, B01, East Coast Region of All Shops, Sales_B01_East Coast Region_2026-11-22.xlsx",
        "Daily activations of every region, B01, East, Daily activations of every region_B01_2026-11-22.xlsx",
        "退货, A/B, 东 南, 退货_A_B_东 南_2026-11-22.xlsx",
        "厂家销售表, 华光, 华光, 厂家销售表_华光_2026-11-22.xlsx"
    })
    void a_file_is_named_in_whole_words(String title, String code, String name, String file) {
        assertThat(edition(title, branch(code, name), 0).fileName()).isEqualTo(file);
    }

    @Test
    void the_company_has_no_code_and_a_revision_says_so() {
        var company = new Scope(ReportScope.COMPANY, Optional.empty(), "测试公司");
        assertThat(edition("销售日报", company, 2).fileName()).isEqualTo("销售日报_2026-11-22_更正2.xlsx");
        assertThat(edition("销售日报", company, 0).fileName()).isEqualTo("销售日报_测试公司_2026-11-22.xlsx");
    }

    @Test
    void a_revision_says_so_shorter_where_there_is_little_room() {
        assertThat(edition("销售日报", branch("B01", "华东"), 1).fileName()).isEqualTo("销售日报_B01_2026-11-22_更正1.xlsx");
        var named = edition("回款与代收对账", branch("B01", "华东"), 1).fileName();
        assertThat(named).isEqualTo("回款与代收对账_B01_2026-11-22_R1.xlsx");
        assertThat(named.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(45);
    }

    @Test
    void title_and_code_are_never_cut_whatever_their_length() {
        var code = "SH-PUDONG-0000000000000000000012";
        assertThat(edition("回款与代收对账", branch(code, "浦东"), 12).fileName()).startsWith("回款与代收对账_" + code + "_2026-11-22");
    }

    @Test
    void no_two_scopes_share_a_folder() {
        assertThat(List.of(
                        folder(branch("B01", "华东")),
                        folder(branch("B02", "华东")),
                        folder(branch("A/B", "华东")),
                        folder(branch("A_B", "华东")),
                        folder(branch("..", ".."))))
                .containsExactly("B01 华东", "B02 华东", "A%2FB 华东", "A_B 华东", "%2E.");
    }

    private static String folder(Scope scope) {
        return edition("销售日报", scope, 0).archivePath().split("/")[4];
    }
}
