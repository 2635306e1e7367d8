package io.dayclose.config.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "mgr@example.com | mgr@example.com",
                "王经理 <mgr@example.com> | mgr@example.com",
                "王经理<mgr@example.com> | mgr@example.com",
                "\"王, 经理\" <mgr@example.com> | mgr@example.com",
                "mgr@example.com (王经理) | mgr@example.com",
                "a@example.com;b@example.com | a@example.com b@example.com",
                "c@example.com, d@example.com | c@example.com d@example.com",
                "a@example.com；b@example.com，c@example.com、d@example.com | a@example.com b@example.com c@example.com d@example.com",
                "王 <a@example.com>; 李 <b@example.com>; | a@example.com b@example.com",
                "a@example.com; a@EXAMPLE.com | a@example.com",
                "zhao@例子.公司 | zhao@xn--fsqu00a.xn--55qx5d",
                "赵 <zhao@例子.公司> | zhao@xn--fsqu00a.xn--55qx5d",
                "mailto:sun@example.com | sun@example.com",
                "First.Last+day@Example.COM | First.Last+day@example.com"
            })
    void an_address_is_understood_as_people_write_it(String text, String addresses) {
        assertThat(MailAddresses.of(text)).containsExactly(addresses.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@example.com",
                "a@",
                "a@localhost",
                "a@@example.com",
                "a b@example.com",
                "a..b@example.com",
                ".a@example.com",
                "王经理@example.com",
                "a@exa_mple.com",
                "a@example..com",
                "a@example.com.",
                "a@-example.com",
                "a@example.com; nobody",
                "王经理 <mgr@example.com",
                ";",
                "a@[127.0.0.1]"
            })
    void what_no_server_would_take_is_no_address(String text) {
        assertThatThrownBy(() -> MailAddresses.of(text)).isInstanceOf(MailAddresses.NoAddress.class);
    }

    @org.junit.jupiter.api.Test
    void the_one_that_is_none_is_named() {
        assertThatThrownBy(() -> MailAddresses.of("a@example.com; 李 <nobody>; b@example.com"))
                .hasMessage("nobody");
    }
}
