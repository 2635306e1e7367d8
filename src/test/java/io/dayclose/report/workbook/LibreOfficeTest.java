package io.dayclose.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.testing.Workbooks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office program opens a night's workbooks as they are; skipped where LibreOffice is not installed. */
class LibreOfficeTest {
    @TempDir
    private Path folder;

    @Test
    void every_workbook_of_a_night_opens_and_says_the_same_when_saved_again() throws Exception {
        assumeTrue(isInstalled(), "skipped: soffice is not installed");
        var home = new TestHome(folder).smallCompany().reports();
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,",
                "R1,1,RETURN,2026-11-22,W001,P005,G001,1,10.00,,10.00,,S1,1,");
        try (var engine = home.engine(TestDatabase.fresh())) {
            new Nights(engine).run("2026-11-22");
        }
        var books = Workbooks.below(folder.resolve("out/archive"));
        assertThat(books).hasSize(3);
        for (var book : books) {
            var saved = Workbooks.read(savedAgain(book));
            var written = Workbooks.read(book);
            assertThat(saved.keySet()).isEqualTo(written.keySet());
            assertThat(saved.get("网点")).isEqualTo(written.get("网点"));
            assertThat(saved.get("_check"))
                    .allSatisfy(row -> assertThat(row.get(4)).isIn("difference", "0"));
        }
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    }

    private Path savedAgain(Path book) throws IOException, InterruptedException {
        var saved = folder.resolve("saved");
        var process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        saved.toString(),
                        book.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return saved.resolve(book.getFileName());
    }
}
