package io.dayclose.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.delivery.Letter.Bar;
import io.dayclose.delivery.Letter.Difference;
import io.dayclose.delivery.Letter.Figure;
import io.dayclose.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a mail says first, and that nothing in it is taken for markup. */
class LetterTextTest {
    private static LetterText letter(String answer, List<Figure> figures) {
        return new LetterText(new Letter(
                Language.ZH,
                "销售日报",
                "华东<B01>",
                "2026-11-28 星期六",
                1,
                answer,
                figures.subList(0, Math.min(2, figures.size())),
                figures,
                List.of(new Difference("净销售额", "¥70.00", "¥77.00")),
                Optional.of("待查明细"),
                List.of(List.of("原因", "金额"), List.of("折扣 > 30% & 更多", "¥1.00")),
                List.of(new Bar("11-27", 50, "¥1"), new Bar("11-28", 100, "¥2")),
                true));
    }

    private static List<Figure> figures(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Figure("指标" + n, "¥" + n))
                .toList();
    }

    @Test
    void the_answer_stands_first_in_the_subject_in_plain_text_and_in_the_page() {
        var text = letter("净额 ¥2,124,310，完成 104.9%；6 张凭证待更正", figures(8));
        assertThat(text.subject()).isEqualTo("【销售日报】华东<B01> 11-28 净额 ¥2,124,310，完成 104.9% 更正 1");
        assertThat(text.plain()).startsWith("销售日报 · 华东<B01> · 2026-11-28 星期六\n\n净额 ¥2,124,310，完成 104.9%；6 张凭证待更正\n");
        assertThat(text.html())
                .containsSubsequence("净额 ¥2,124,310，完成 104.9%；6 张凭证待更正", "指标1", "待查明细", "11-27", "工作簿见附件");
    }

    @Test
    void without_an_answer_the_title_and_two_figures_stand_there() {
        var text = letter("", figures(3));
        assertThat(text.subject()).isEqualTo("【销售日报】华东<B01> 11-28 指标1 ¥1 · 指标2 ¥2 更正 1");
        assertThat(text.html()).contains("line-height:1.45\">销售日报</h2>");
    }

    @Test
    void nothing_in_it_is_markup() {
        assertThat(letter("<b>净额</b> & \"更多\"", List.of(new Figure("<i>", "</td>")))
                        .html())
                .contains(
                        "&lt;b&gt;净额&lt;/b&gt; &amp; &quot;更多&quot;",
                        "华东&lt;B01&gt;",
                        "折扣 &gt; 30% &amp; 更多",
                        "&lt;i&gt;",
                        "&lt;/td&gt;")
                .doesNotContain("<i>");
    }

    @Test
    void a_subject_has_room_in_the_outbox() {
        assertThat(letter("很".repeat(900), figures(2)).subject()).hasSize(500).endsWith("…");
    }
}
