package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.close.PayoutFile;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The lists for the bank. */
class PayoutFilesTest extends CommissionCompany {

    @Test
    void two_months_that_are_closed_in_one_run_have_a_list_each() {
        plan("staff", TEN_PERCENT);
        home.write("jobs-config/jobs/month-end.yml", "job: month-end\nsteps: [settle, close-month]\n");
        restart();
        night("2026-11-30", sale("S1", "2026-10-31", "1000"), sale("S2", "2026-11-30", "100"));
        assertThat(monthEnd("2026-11-30").problems()).isEmpty();
        assertThat(home.folder().resolve("out/payout/payout-2026-10.csv"))
                .content()
                .contains("P005,周军,2026-10,100.00");
        assertThat(home.folder().resolve("out/payout/payout-2026-11.csv"))
                .content()
                .contains("P005,周军,2026-11,10.00");
    }

    @Test
    void a_list_opens_right_in_a_spreadsheet_program_and_is_for_its_owner_only() throws IOException {
        plan("staff", TEN_PERCENT);
        home.write("jobs-config/jobs/month-end.yml", "job: month-end\nsteps: [settle, close-month]\n");
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "1000"));
        monthEnd("2026-10-31");
        engine.work()
                .jdbc()
                .update("UPDATE settlement SET bank_account = '6222021234567890123' WHERE payee_code = 'P005'");
        engine.work().jdbc().update("UPDATE person SET name = '=1+1' WHERE person_code = 'P005'");
        var file = new PayoutFile(engine.work()).write(YearMonth.of(2026, 10));
        assertThat(Files.readString(file))
                .startsWith("\uFEFFpayee,name")
                .contains("P005,'=1+1,2026-10,100.00,\t6222021234567890123\r\n");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        var workbook = file.resolveSibling("payout-2026-10.xlsx");
        assertThat(rights(workbook)).isEqualTo("rw-------");
        try (var book = new XSSFWorkbook(Files.newInputStream(workbook))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=1+1");
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(100.0);
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("6222021234567890123");
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private RunResult monthEnd(String date) {
        var request = new RunRequest(
                "month-end",
                LocalDate.parse(date),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.empty(),
                Optional.empty());
        return engine.runner().run(request, nights);
    }
}
