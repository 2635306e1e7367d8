package io.dayclose.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.text.Language;
import io.dayclose.text.Refusal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseTroubleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1142 | INSERT command denied to user 'a'@'b' for table 'lease' | DC-209 | sql/grants.sql
            1227 | Access denied; you need (at least one of) the SUPER privilege(s) | DC-209 | sql/grants.sql
            1290 | The MySQL server is running with the --super-read-only option | DC-210 | address of the primary
            1836 | Running in read-only mode | DC-210 | run again
            1114 | The table 'sale' is full | DC-211 | make room
            1205 | Lock wait timeout exceeded; try restarting transaction | DC-212 | run again
            1045 | Access denied for user 'root'@'localhost' (using password: YES) | DC-213 | SPRING_DATASOURCE_PASSWORD
            1049 | Unknown database 'dayclose' | DC-214 | createDatabaseIfNotExist=true
            1153 | Got a packet bigger than 'max_allowed_packet' bytes | DC-215 | 64M
            """)
    void each_cause_is_told_with_the_words_of_the_server_and_the_way_out(
            int code, String words, String message, String wayOut) {
        var failure = new DataAccessResourceFailureException("outer words", new SQLException(words, "HY000", code));
        assertThat(DatabaseTrouble.of(failure).orElseThrow().text(Language.EN))
                .contains(words, "[" + message + "]", wayOut);
    }

    @Test
    void a_key_that_may_not_be_fetched_is_told_with_the_words_to_add() {
        var failure = new SQLException("Could not connect", new SQLException("Public Key Retrieval is not allowed"));
        assertThat(DatabaseTrouble.of(failure).orElseThrow().text(Language.EN))
                .contains("&sslMode=REQUIRED", "[DC-208]");
    }

    @Test
    void what_is_not_the_databases_is_left_to_others() {
        assertThat(DatabaseTrouble.of(new IllegalStateException("else"))).isEmpty();
        assertThat(DatabaseTrouble.of(new SQLException("Duplicate entry", "23000", 1062)))
                .isEmpty();
    }

    @Test
    void a_server_that_takes_too_little_at_once_is_told_of_before_anything_is_begun() {
        PacketSize.require(16_777_216);
        assertThatThrownBy(() -> PacketSize.require(1_048_576))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("max_allowed_packet: 1048576; set it to 64M")
                .hasMessageContaining("[DC-215]");
    }
}
