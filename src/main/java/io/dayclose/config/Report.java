package io.dayclose.config;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report of {@code jobs-config/reports/}: what it is called, whom it is for, and its sheets, each one query.
 * Wide: as wide as the file it is read from.
 *
 * @param headline the sentence that says its answer
 * @param kpis the figures of the first sheet: a query that gives one row
 * @param mend whether it also has a sheet per feed on which returned vouchers are mended and sent back
 * @param explain whether the months of its payees, or for the company the bonuses under way, are worked out again first, for a sheet that shows it
 * @param action the sheet whose first rows stand in the mail because somebody should act on them
 */
public record Report(
        String name,
        Bilingual title,
        List<String> when,
        List<ReportScope> scopes,
        Audience audience,
        Send send,
        Optional<Language> language,
        Optional<Headline> headline,
        Optional<Sheet> kpis,
        List<Sheet> sheets,
        Optional<String> action,
        boolean mend,
        boolean explain) {

    /** Whether people decide in its workbooks and send them back. */
    public boolean decides() {
        return sheets.stream().anyMatch(sheet -> sheet.column("decide").isPresent());
    }

    /** When a workbook is mailed: always, or only when the sheet named {@code rowsOf} has rows. */
    public record Send(Optional<String> rowsOf) {}

    /**
     * Who gets a report.
     *
     * @param roles the roles that get the workbook of their branch
     * @param outletRoles the roles that get that of their outlet
     * @param companyRoles the roles that get the company's
     */
    public record Audience(
            List<String> roles, List<String> outletRoles, List<String> companyRoles, List<String> groups) {
        /** The roles that get the workbook of a kind of scope. */
        public List<String> rolesOf(ReportScope scope) {
            return switch (scope) {
                case OUTLET -> outletRoles;
                case COMPANY -> companyRoles;
                default -> roles;
            };
        }
    }

    /**
     * One sheet.
     *
     * @param sort field names, with a leading minus for descending
     * @param mend whether its cells are to be mended: the one at fault is marked
     * @param scopes whose workbooks have it; none: all
     */
    public record Sheet(
            String id,
            Bilingual name,
            String sql,
            List<ReportColumn> columns,
            List<String> sort,
            Optional<Chart> chart,
            boolean mend,
            List<ReportScope> scopes) {

        /** Whether a workbook of this kind of scope has it. */
        public boolean isFor(ReportScope scope) {
            return scopes.isEmpty() || scopes.contains(scope);
        }

        public Optional<ReportColumn> column(String field) {
            return columns.stream().filter(each -> each.field().equals(field)).findFirst();
        }
    }

    /**
     * One column of a sheet, or one figure of the first sheet.
     *
     * @param names what people read instead of a code, e.g. OWN: {zh: 自有营业厅, en: Own store}
     */
    public record ReportColumn(
            String field,
            Bilingual title,
            CellType type,
            int width,
            boolean total,
            boolean bar,
            Optional<Color> color,
            Map<String, Bilingual> names) {

        /** The name of a code in a language, or the code itself. */
        public String named(String code, Language language) {
            return names.getOrDefault(code, Bilingual.same(code)).in(language);
        }
    }

    /** Marks values below one bound red and above the other green. */
    public record Color(Optional<BigDecimal> below, Optional<BigDecimal> above) {}

    /** Bars and, over them, lines, both by the field {@code x}. */
    public record Chart(String x, List<String> bars, List<String> lines) {}

    /** How a cell is written. */
    public enum CellType {
        TEXT,
        CODE,
        INTEGER,
        MONEY,
        NUMBER,
        /** As many decimals as it has, two at least. */
        PRICE,
        PERCENT,
        DATE,
        TIME,
        DURATION,
        LINK
    }
}
