package io.dayclose.config.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SendersTest {
    private static final Senders SENDERS = new Senders(List.of("*@Branch.example.com", "li@partner.example"));

    @Test
    void case_does_not_matter() {
        assertThat(SENDERS.include(List.of("Wang@BRANCH.example.com"))).isTrue();
        assertThat(SENDERS.include(List.of("LI@partner.EXAMPLE"))).isTrue();
    }

    @Test
    void a_domain_is_neither_what_ends_like_it_nor_what_lies_below_it() {
        assertThat(SENDERS.include(List.of("x@evilbranch.example.com"))).isFalse();
        assertThat(SENDERS.include(List.of("x@sub.branch.example.com"))).isFalse();
        assertThat(SENDERS.include(List.of("x@branch.example.com@evil.example")))
                .isFalse();
        assertThat(SENDERS.include(List.of("@branch.example.com"))).isFalse();
        assertThat(SENDERS.include(List.of("wang@partner.example"))).isFalse();
    }

    @Test
    void a_stranger_does_not_hide_behind_somebody_known_and_nobody_is_nobody() {
        assertThat(SENDERS.include(List.of("li@partner.example", "x@evil.example")))
                .isFalse();
        assertThat(SENDERS.include(List.of())).isFalse();
    }
}
