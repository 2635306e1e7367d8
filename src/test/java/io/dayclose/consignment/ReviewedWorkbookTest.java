package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewers fill in the workbook of breaks and drop it into the inbox: each row counts by itself. */
class ReviewedWorkbookTest {
    private static final String NEXT = "2026-11-25";

    @TempDir
    private Path folder;

    private CarrierCompany company;
    private Path workbook;

    @BeforeEach
    void run_the_cycle() {
        company = GoldenCycle.company(folder).run();
        workbook = Workbooks.below(folder.resolve("out")).stream()
                .filter(file -> file.getFileName().toString().startsWith("回款与代收对账"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void a_state_and_an_owner_count_at_once_and_a_write_off_waits_for_a_second_person() throws IOException {
        sendBack(Map.of(
                "NOT_REMITTED:SF:W07", new String[] {"待物流公司", "已催"},
                "SHORT:SF:W09", new String[] {"核销", "小额"},
                "UNKNOWN_WAYBILL:SF:X2", new String[] {"指派 wang", "查"}));
        company.before(NEXT);
        company.run();
        assertThat(company.oneBreak("NOT_REMITTED", "SF", NEXT).get("state")).isEqualTo("WITH_CARRIER");
        assertThat(company.allBreaks("SF", NEXT))
                .filteredOn(row -> row.get("key").equals("UNKNOWN_WAYBILL:SF:X2"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("owner")).isEqualTo("wang"));
        assertThat(company.show("decisions", NEXT)).singleElement().satisfies(row -> assertThat(
                        row.text("kind", "state", "detail", "reason"))
                .isEqualTo("WRITE_OFF PENDING COD:SF:W09 小额"));
        assertThat(company.receivable("W09", NEXT).get("open")).isEqualTo("50.00");
    }

    @Test
    void rows_that_are_stale_edited_unknown_or_without_a_reason_are_refused_by_name() throws IOException {
        company.say("assign", "NOT_REMITTED:SF:W07", "--owner", "li");
        sendBack(Map.of(
                "NOT_REMITTED:SF:W07", new String[] {"待物流公司", "已催"},
                "SHORT:SF:W09", new String[] {"forget", "it"},
                "UNKNOWN_WAYBILL:SF:X2", new String[] {"指派 wang", ""}));
        company.before(NEXT);
        company.run();
        assertThat(company.nights().notices())
                .anyMatch(text -> text.contains("NOT_REMITTED:SF:W07 has changed since") && text.contains("[DC-707]"))
                .anyMatch(text -> text.contains("SHORT:SF:W09: decision \"forget\" is not known"))
                .anyMatch(text -> text.contains("[DC-612]"));
        assertThat(company.oneBreak("NOT_REMITTED", "SF", NEXT).text("state", "owner"))
                .isEqualTo("OPEN li");
    }

    /** Writes decision and reason beside keys and drops the workbook into the inbox. */
    private void sendBack(Map<String, String[]> decisions) throws IOException {
        var target = folder.resolve("inbox")
                .resolve(workbook.getFileName().toString().replace(".xlsx", " (回).xlsx"));
        try (var in = Files.newInputStream(workbook);
                var book = new XSSFWorkbook(in);
                var out = Files.newOutputStream(target)) {
            fill(book.getSheet("差异"), decisions);
            book.write(out);
        }
        Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
    }

    private static void fill(Sheet sheet, Map<String, String[]> decisions) {
        var format = new DataFormatter();
        for (Row row : sheet) {
            for (int i = 0; i < row.getLastCellNum(); i++) {
                var said = decisions.get(format.formatCellValue(row.getCell(i)));
                if (said != null) {
                    row.createCell(i + 2, CellType.STRING).setCellValue(said[0]);
                    row.createCell(i + 3, CellType.STRING).setCellValue(said[1]);
                }
            }
        }
    }
}
