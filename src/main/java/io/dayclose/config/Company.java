package io.dayclose.config;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * The company a home works for, from {@code company.yml}.
 * Wide: as wide as the file it is read from.
 *
 * @param limits more than so many returned vouchers end a run with exit code 4
 * @param payoutThreshold a settlement below so much, in the company's currency, is carried and not paid
 * @param stock when stock is much or little
 * @param dayEnds how long after its midnight, in the company's zone, a business day is over
 * @param transport {@code smtp}, {@code directory}, or {@code auto}: smtp once a mail host is configured
 */
public record Company(
        Bilingual name,
        Language language,
        ZoneId zone,
        Currency currency,
        Limits limits,
        Map<String, DataSourceSettings> dataSources,
        MailSettings mail,
        String transport,
        BigDecimal payoutThreshold,
        StockNorms stock,
        Duration dayEnds) {

    /** How much may be open before a run says so by its exit code. */
    public record Limits(int breaks, int returnedVouchers) {}

    /**
     * When stock is much or little.
     *
     * @param fewDays stock that lasts fewer days is too little
     * @param manyDays stock that lasts more days is too much
     * @param deadAfterDays what has not been sold for more days is dead
     */
    public record StockNorms(int fewDays, int manyDays, int deadAfterDays) {}

    /** A source database. The password never stands in the file, only the name of the variable that holds it. */
    public record DataSourceSettings(String url, String user, String password, int timeoutSeconds) {

        @Override
        public String toString() {
            return "data source of user " + user;
        }
    }

    /** @param domains when not empty, no mail leaves for any other domain */
    public record MailSettings(String from, int maxMegabytes, List<String> domains, List<String> operators) {}
}
