package io.dayclose.inquiry;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A code that stands for payees of more than one kind; payees are named by code alone.
 *
 * @param kinds the kinds, in the order of the alphabet
 */
public record SharedCodes(String code, String kinds) {

    /** The first of them. */
    public static List<SharedCodes> all(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc)
                .sql(InquirySql.of("codes-of-two-kinds"))
                .query(SharedCodes.class)
                .list();
    }
}
