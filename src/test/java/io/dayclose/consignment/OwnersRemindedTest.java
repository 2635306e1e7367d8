package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A difference is somebody's until it is closed: he is told every night, and those above him when it grows old. */
class OwnersRemindedTest {
    private static final String NEXT = "2026-11-25";
    private static final String LATER = "2026-11-26";

    @TempDir
    private Path folder;

    private CarrierCompany company;

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void an_owner_is_told_every_night_and_the_general_manager_after_fifteen_days() {
        company = GoldenCycle.company(folder);
        company.home().write("jobs-config/users.yml", "- {user: wang, name: 王芳, person: P001, roles: [finance]}\n");
        company.run();
        company.say("assign", "NOT_REMITTED:SF:W07", "--owner", "wang");
        company.before(NEXT);
        company.run();
        assertThat(mails(NEXT, "breaks-to-follow")).containsExactly("wang east@example.com SENT");
        assertThat(mails(NEXT, "breaks-escalated")).isEmpty();
        company.change("UPDATE break_event SET basis = '2026-11-01'");
        company.before(LATER);
        company.run();
        assertThat(mails(LATER, "breaks-escalated")).containsExactly("COMPANY gm@example.com SENT");
    }

    private List<String> mails(String date, String report) {
        return company.nights()
                .rows(
                        "SELECT o.scope_code, m.recipient, m.state FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.report = '"
                                + report + "' AND o.business_date = '" + date + "'");
    }
}
