package io.dayclose.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a workbook holds.
 *
 * @param kind {@code branch}, {@code company}, {@code outlet}, {@code dealer}, {@code person}, {@code manager}, {@code owner} or {@code manufacturer}
 * @param code the code of the branch, outlet, dealer or person, or of the manager whose people are meant, or who follows breaks, or the
 *     manufacturer as products name it; the company has none
 */
public record Scope(String kind, Optional<String> code, String name) {

    /** The value queries get as {@code :scope_code}: null means all. */
    @Nullable
    String parameter() {
        return code.orElse(null);
    }

    /** Whether master data holds no people of it, whose addresses could be found there. */
    public boolean isOutside() {
        return kind.equals("manufacturer");
    }

    /** The code as it is stored and shown: {@code COMPANY} for all. */
    public String codeText() {
        return code.orElse("COMPANY");
    }
}
