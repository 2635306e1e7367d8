package io.dayclose.intake.parse;

import io.dayclose.config.Company;
import io.dayclose.text.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where a company lives, as far as its files' texts depend on it.
 *
 * @param zone of times that do not say theirs, and the one all others are converted to
 * @param language of month names, besides English
 */
public record Locality(ZoneId zone, Language language) {
    /** For texts that are canonical already: they name no zone and no month. */
    static final Locality NONE = new Locality(ZoneOffset.UTC, Language.EN);

    public static Locality of(Company company) {
        return new Locality(company.zone(), company.language());
    }
}
