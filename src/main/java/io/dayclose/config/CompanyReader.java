package io.dayclose.config;

import io.dayclose.config.Company.DataSourceSettings;
import io.dayclose.config.Company.Limits;
import io.dayclose.config.Company.MailSettings;
import io.dayclose.config.Company.StockNorms;
import io.dayclose.config.mail.MailAddresses;
import io.dayclose.config.yaml.Node;
import io.dayclose.config.yaml.Problems;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import io.dayclose.config.yaml.Values;
import io.dayclose.config.yaml.Variables;
import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;

/** Reads {@code company.yml}; {@code ${NAME}} stands for an environment variable or property of that name. */
final class CompanyReader {
    private static final int ANY = 1_000_000;
    private static final int FEW_DAYS = 15;
    private static final int MANY_DAYS = 60;
    private static final int DEAD_AFTER = 60;
    static final Shape SHAPE = Shapes.fields()
            .required("name", Shapes.bilingual())
            .optional("locale", Shapes.pattern("zh-CN 或 en", "zh-CN or en", "(zh|en)(-[A-Z]{2})?"))
            .optional("zone", Shapes.zone())
            .optional("currency", Shapes.pattern("货币代码，如 CNY", "a currency code such as CNY", "[A-Z]{3}"))
            .optional("payout-threshold", Shapes.decimal("0"))
            .optional(
                    "day-ends",
                    Shapes.pattern(
                            "营业日结束的时刻，如 \"24:00\"，次日凌晨写 \"26:00\"",
                            "when a business day is over, such as \"24:00\", or \"26:00\" for two in the morning",
                            "([01]\\d|2\\d|3[0-5]):[0-5]\\d|36:00"))
            .optional(
                    "limits",
                    Shapes.fields()
                            .optional("breaks", Shapes.whole(0, ANY))
                            .optional("returned-vouchers", Shapes.whole(0, ANY)))
            .optional(
                    "data-sources",
                    Shapes.map(
                            Shapes.text(),
                            Shapes.fields()
                                    .required("url", Shapes.text())
                                    .optional("user", Shapes.text())
                                    .optional("password", Shapes.text())
                                    .optional("timeout-seconds", Shapes.whole(1, 86_400))))
            .optional(
                    "mail",
                    Shapes.fields()
                            .required("from", Shapes.mail())
                            .optional("max-mb", Shapes.whole(1, 100))
                            .optional("domains", Shapes.list(Shapes.text()))
                            .optional("operators", Shapes.list(Shapes.mail())))
            .optional("delivery", Shapes.fields().optional("transport", Shapes.oneOf("auto", "directory", "smtp")))
            .optional(
                    "stock",
                    Shapes.fields()
                            .optional("days-norm", Shapes.list(Shapes.whole(0, 3650)))
                            .optional("dead-after-days", Shapes.whole(1, 3650)));

    private final Variables variables;
    private final Problems problems;

    CompanyReader(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    Company read(Node node) {
        var values = Values.of(node);
        var limits = values.in("limits");
        return new Company(
                values.bilingual("name").orElse(Bilingual.same("?")),
                Language.ofTag(values.text("locale", "zh-CN")),
                values.zone("zone", ZoneId.of("Asia/Shanghai")),
                currency(values),
                new Limits(limits.whole("breaks", ANY), limits.whole("returned-vouchers", ANY)),
                values.in("data-sources").map(this::dataSource),
                mail(values.in("mail")),
                values.in("delivery").text("transport", "auto"),
                values.decimal("payout-threshold").orElse(new BigDecimal("0.01")),
                stock(values.in("stock")),
                dayEnds(values.text("day-ends", "24:00")));
    }

    private static Duration dayEnds(String text) {
        var parts = text.split(":");
        return parts.length == 2 && text.matches("[\\d:]+")
                ? Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]))
                : Duration.ofDays(1);
    }

    private Currency currency(Values values) {
        var code = values.text("currency", "CNY");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            problems.add(
                    values.place("currency"),
                    Message.WRONG_VALUE,
                    code,
                    new Bilingual("货币代码，如 CNY", "a currency code such as CNY"));
            return Currency.getInstance("CNY");
        }
    }

    /** Two days, the smaller one first. */
    private StockNorms stock(Values values) {
        var days = values.nodes("days-norm").stream()
                .map(Values::scalar)
                .filter(day -> day.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .toList();
        int dead = values.whole("dead-after-days", DEAD_AFTER);
        if (days.isEmpty()) {
            return new StockNorms(FEW_DAYS, MANY_DAYS, dead);
        }
        if (days.size() != 2 || days.get(0) > days.get(1)) {
            problems.add(
                    values.place("days-norm"),
                    Message.WRONG_VALUE,
                    days,
                    new Bilingual(
                            "两个天数，小的在前，如 [15, 60]", "two numbers of days, the smaller one first, such as [15, 60]"));
            return new StockNorms(FEW_DAYS, MANY_DAYS, dead);
        }
        return new StockNorms(days.get(0), days.get(1), dead);
    }

    private DataSourceSettings dataSource(Node node) {
        var values = Values.of(node);
        return new DataSourceSettings(
                variables.resolved(values, "url"),
                variables.resolved(values, "user"),
                variables.secret(values, "password"),
                values.whole("timeout-seconds", 600));
    }

    private static String sender(String text) {
        return text.substring(0, text.indexOf('@') + 1) + domain(text.substring(text.indexOf('@') + 1));
    }

    /** As it stands in an address; what is no domain lets nobody in, and is seen by that. */
    private static String domain(String text) {
        try {
            return MailAddresses.domain(text);
        } catch (MailAddresses.NoAddress none) {
            return text;
        }
    }

    private static MailSettings mail(Values values) {
        return new MailSettings(
                sender(values.text("from", "dayclose@localhost")),
                values.whole("max-mb", 20),
                values.texts("domains").stream().map(CompanyReader::domain).toList(),
                values.texts("operators"));
    }
}
