package io.dayclose.cli;

import io.dayclose.inquiry.Rows;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the rows are wanted. */
final class ShowFilter {
    /** States in which nothing is left to be done. */
    private static final Set<String> ENDED = Set.of(
            "RESOLVED",
            "AUTO_CLEARED",
            "SETTLED",
            "WRITTEN_OFF",
            "CANCELLED",
            "SENT",
            "NO_RECIPIENT",
            "REPLACED",
            "APPROVED",
            "REJECTED",
            "LAPSED",
            "WITHDRAWN",
            "PAID");

    @Option(names = "--open", description = "only what is not done: an amount open, a state that is no end / 未了结的")
    private boolean open;

    @Option(names = "--branch", paramLabel = "CODE", description = "of this branch / 分公司")
    private @Nullable String branch;

    @Option(names = "--payee", paramLabel = "CODE", description = "of this payee / 收款人")
    private @Nullable String payee;

    @Option(names = "--state", paramLabel = "STATE", description = "in this state / 状态")
    private @Nullable String state;

    @Option(names = "--feed", paramLabel = "FEED", description = "of this feed / 数据类别")
    private @Nullable String feed;

    @Option(names = "--limit", paramLabel = "N", description = "no more than so many rows / 最多行数")
    private int limit = Integer.MAX_VALUE;

    /** @throws Refusal when the rows have no such column */
    Rows of(Rows rows) {
        var wanted = new LinkedHashMap<String, String>();
        var options = new LinkedHashMap<String, Optional<String>>();
        options.put("branch", Optional.ofNullable(branch));
        options.put("payee", Optional.ofNullable(payee));
        options.put("state", Optional.ofNullable(state));
        options.put("feed", Optional.ofNullable(feed));
        options.forEach((name, value) -> value.ifPresent(text -> wanted.put(column(rows, name), text)));
        if (open && !rows.has("open") && !rows.has("state")) {
            throw none("--open", "open, state");
        }
        return rows.where(row -> (!open || isOpen(row))
                        && wanted.entrySet().stream()
                                .allMatch(each -> each.getValue().equalsIgnoreCase(row.get(each.getKey()))))
                .first(limit);
    }

    /** Codes of branches stand in columns of two names. */
    private static String column(Rows rows, String name) {
        return Stream.of(name, name + "_code").filter(rows::has).findFirst().orElseThrow(() -> none("--" + name, name));
    }

    private static Refusal none(String option, String columns) {
        return Refusal.usage(Problem.at(option, Message.NO_SUCH_FILTER, columns));
    }

    /** A decision that was rejected is done with, a mail is not. */
    private static boolean isRefusedMail(Map<String, String> row) {
        return row.containsKey("recipient") && "REJECTED".equals(row.get("state"));
    }

    private static boolean isOpen(Map<String, String> row) {
        var amount = row.get("open");
        return amount == null
                ? !ENDED.contains(row.getOrDefault("state", "")) || isRefusedMail(row)
                : !amount.isEmpty() && new BigDecimal(amount).signum() != 0;
    }
}
