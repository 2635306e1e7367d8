package io.dayclose.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EncodedNameTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static String word(String charset, byte[] bytes) {
        return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static String bare(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_plain_name_stays_as_it_is() {
        assertThat(EncodedName.of("sale-2026-11-22.csv")).isEqualTo("sale-2026-11-22.csv");
        assertThat(EncodedName.of("销售 11月.xlsx")).isEqualTo("销售 11月.xlsx");
    }

    @Test
    void encoded_words_are_read_in_both_forms() {
        assertThat(EncodedName.of(word("UTF-8", "销售.csv".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("销售.csv");
        assertThat(EncodedName.of("=?utf-8?Q?caf=C3=A9_1.csv?=")).isEqualTo("café 1.csv");
    }

    @Test
    void what_is_called_gb2312_may_hold_a_character_of_gbk() {
        assertThat(EncodedName.of(word("gb2312", "朱镕基.csv".getBytes(GBK)))).isEqualTo("朱镕基.csv");
    }

    @Test
    void words_cut_in_the_middle_of_a_character_are_joined() {
        var bytes = "华东销售.csv".getBytes(GBK);
        assertThat(EncodedName.of(word("gbk", Arrays.copyOf(bytes, 3)) + "\r\n "
                        + word("gbk", Arrays.copyOfRange(bytes, 3, bytes.length))))
                .isEqualTo("华东销售.csv");
    }

    @Test
    void text_between_words_of_two_charsets_is_kept() {
        assertThat(EncodedName.of("a-" + word("gbk", "东".getBytes(GBK)) + "-"
                        + word("utf-8", "西".getBytes(StandardCharsets.UTF_8)) + ".csv"))
                .isEqualTo("a-东-西.csv");
    }

    @Test
    void bare_bytes_are_utf_8_or_else_gbk() {
        assertThat(EncodedName.of(bare("销售.csv".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("销售.csv");
        assertThat(EncodedName.of(bare("销售.csv".getBytes(GBK)))).isEqualTo("销售.csv");
    }

    @Test
    void a_path_is_dropped_and_what_no_file_may_be_called_is_replaced() {
        assertThat(EncodedName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(EncodedName.of("C:\\reports\\sale.csv")).isEqualTo("sale.csv");
        assertThat(EncodedName.of(word("utf-8", "../../sale.csv".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("sale.csv");
        assertThat(EncodedName.of("a/..")).isEqualTo("_");
        assertThat(EncodedName.of("sale\u0000:1\u202e.csv")).isEqualTo("sale__1_.csv");
        assertThat(EncodedName.of("")).isEqualTo("_");
    }

    @Test
    void a_name_that_no_disk_holds_is_cut_before_its_ending() {
        assertThat(EncodedName.of("销".repeat(200) + ".xlsx")).isEqualTo("销".repeat(55) + ".xlsx");
        assertThat(EncodedName.of("s".repeat(300) + ".csv")).isEqualTo("s".repeat(116) + ".csv");
    }

    @Test
    void a_damaged_word_is_no_reason_to_stop() {
        assertThat(EncodedName.of("=?utf-8?B?%%%?=.csv")).endsWith(".csv");
        assertThat(EncodedName.of("=?no-such-charset?B?YWJj?=")).isEqualTo("abc");
    }
}
