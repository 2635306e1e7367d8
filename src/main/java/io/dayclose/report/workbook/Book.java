package io.dayclose.report.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook whose detail sheets stream to disk. The same contents give the same bytes: every time stamp in it is the
 * business date.
 */
public final class Book implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_NAME = 31;

    static {
        // the library's own folder is one for all users of the computer: the first to come would lock the others out
        try {
            var own = Files.createTempDirectory("dayclose-").toFile();
            TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(own));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private final XSSFWorkbook shell = new XSSFWorkbook();
    private final XSSFSheet cover = shell.createSheet("\u0001");
    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final Set<String> names = new HashSet<>();
    private final Checks checks = new Checks();

    public Book(LocalDate date, String creator) {
        var stamp = Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        var properties = shell.getProperties().getCoreProperties();
        properties.setCreator(creator);
        properties.setCreated(Optional.of(stamp));
        properties.setModified(Optional.of(stamp));
        workbook = new SteadyWorkbook(shell, date);
        styles = new Styles(workbook);
    }

    XSSFSheet cover(String name) {
        shell.setSheetName(0, free(name));
        return cover;
    }

    SXSSFSheet sheet(String name) {
        var sheet = workbook.createSheet(free(name));
        sheet.setRandomAccessWindowSize(ROWS_IN_MEMORY);
        return sheet;
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    XSSFSheet shellOf(SXSSFSheet sheet) {
        return shell.getSheet(sheet.getSheetName());
    }

    Checks checks() {
        return checks;
    }

    Styles styles() {
        return styles;
    }

    /** Excel allows 31 characters, none of {@code \/*?:[]}, and every name once. */
    private String free(String wanted) {
        var clean = wanted.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}]", " ").strip();
        var name = cut(clean, LONGEST_NAME);
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = cut(clean, LONGEST_NAME - 5) + " (" + n + ")";
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length)).strip();
    }

    public byte[] bytes() {
        checks.write(this);
        var bytes = new ByteArrayOutputStream();
        try {
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes zip entries with a fixed time, and only as large as they must be: mail gateways refuse zip64. */
    private static final class SteadyWorkbook extends SXSSFWorkbook {
        private final long time;

        /** A zip stores wall-clock time: noon of the date wherever the server stands. */
        SteadyWorkbook(XSSFWorkbook shell, LocalDate date) {
            super(shell, ROWS_IN_MEMORY, true, false);
            time = date.atTime(LocalTime.NOON)
                    .atZone(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli();
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            var zip = new ZipArchiveOutputStream(out) {
                @Override
                public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                    entry.setTime(time);
                    super.putArchiveEntry(entry);
                }
            };
            zip.setUseZip64(Zip64Mode.AsNeeded);
            return zip;
        }
    }
}
