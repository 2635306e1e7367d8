package io.dayclose.consignment.decide;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the workbook of breaks as a reviewer has filled it in.
 *
 * @param row the row's number in its sheet
 * @param version how often the break had changed when the workbook was made
 * @param decision the first word says what, the others for whom or with what
 */
public record Review(String row, String key, String version, String amount, String decision, String reason) {
    /** The titles of the columns that are read, in both languages. */
    private static final List<String> KEY = List.of("差异编号", "Key");

    private static final List<String> VERSION = List.of("版本", "Version");
    private static final List<String> AMOUNT = List.of("金额", "Amount");
    private static final List<String> DECISION = List.of("决定", "Decision");
    private static final List<String> REASON = List.of("原因", "Reason");

    /** What can be decided in a workbook, and the words for it. */
    public enum Verb {
        WRITE_OFF("核销", "write-off"),
        MATCH("匹配", "match"),
        ASSIGN("指派", "assign"),
        INVESTIGATING("调查中", "investigating"),
        WITH_CARRIER("待物流公司", "with-carrier"),
        WITH_DEALER("待代理商", "with-dealer");

        private final List<String> words;

        Verb(String... words) {
            this.words = List.of(words);
        }
    }

    /** Whether a row of titles is that of a sheet people decide in. */
    public static boolean isHeader(List<String> titles) {
        return Stream.of(KEY, VERSION, DECISION, REASON)
                .allMatch(names -> names.stream().anyMatch(titles::contains));
    }

    /** @param cells by the titles of their columns; the row's number under none */
    public static Review of(Map<String, String> cells) {
        return new Review(
                cells.getOrDefault("", ""),
                cell(cells, KEY),
                cell(cells, VERSION),
                cell(cells, AMOUNT),
                cell(cells, DECISION),
                cell(cells, REASON));
    }

    private static String cell(Map<String, String> cells, List<String> titles) {
        return titles.stream()
                .filter(cells::containsKey)
                .map(cells::get)
                .findFirst()
                .orElse("");
    }

    /** Whether anything is decided in it. */
    public boolean decides() {
        return !decision.isEmpty() && !key.isEmpty();
    }

    private List<String> words() {
        return Arrays.asList(decision.split("[\\s,，]+"));
    }

    /** @throws Refusal when the word is not one of those that are known */
    public Verb verb() {
        return Stream.of(Verb.values())
                .filter(verb -> verb.words.contains(words().get(0).toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(Problem.at(
                        key,
                        Message.UNKNOWN_DECISION,
                        key,
                        decision,
                        String.join(
                                ", ",
                                Stream.of(Verb.values())
                                        .map(verb -> String.join(" | ", verb.words))
                                        .toList()))));
    }

    public List<String> arguments() {
        return words().subList(1, words().size());
    }

    /** @throws Refusal when there is none */
    public String argument() {
        return arguments().stream()
                .findFirst()
                .orElseThrow(() ->
                        Refusal.usage(Problem.at(key, Message.UNKNOWN_DECISION, key, decision, "assign USER | 指派 人")));
    }
}
