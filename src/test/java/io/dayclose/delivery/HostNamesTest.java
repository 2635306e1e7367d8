package io.dayclose.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HostNamesTest {
    @Test
    void a_name_the_computer_can_hold_stays_as_it_is() {
        assertThat(HostNames.fitting("销售日报_华东_2026-11-22.xlsx", StandardCharsets.UTF_8))
                .isEqualTo("销售日报_华东_2026-11-22.xlsx");
    }

    @Test
    void where_the_computer_knows_no_chinese_each_character_becomes_its_code() {
        assertThat(HostNames.fitting("日报_华东.xlsx", StandardCharsets.US_ASCII))
                .isEqualTo("u65E5u62A5_u534Eu4E1C.xlsx")
                .isNotEqualTo(HostNames.fitting("日报_华南.xlsx", StandardCharsets.US_ASCII));
    }
}
