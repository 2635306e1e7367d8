package io.dayclose.report;

import io.dayclose.config.ReportScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a workbook holds.
 *
 * @param code the code of the branch, outlet, dealer or person, or of the manager whose people are meant, or who follows breaks, or the
 *     manufacturer as products name it; the company has none
 */
public record Scope(ReportScope kind, Optional<String> code, String name) {

    /** The value queries get as {@code :scope_code}: null means all. */
    @Nullable
    String parameter() {
        return code.orElse(null);
    }

    /** Whether those of it work for another company: how complete our data is they are not told. */
    public boolean isPartner() {
        return kind == ReportScope.DEALER || kind == ReportScope.MANUFACTURER;
    }

    /** Whether master data holds no people of it, whose addresses could be found there. */
    public boolean isOutside() {
        return kind == ReportScope.MANUFACTURER;
    }

    /** The code as it is stored and shown: {@code COMPANY} for all. */
    public String codeText() {
        return code.orElse("COMPANY");
    }
}
