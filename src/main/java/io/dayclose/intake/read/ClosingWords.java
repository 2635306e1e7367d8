package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.regex.Pattern;

/** Words with which rows begin that people and systems put below their records. */
final class ClosingWords {
    private static final String SUMS = "(合\\s*计|总\\s*计|小\\s*计|累\\s*计)";

    /** Nobody calls a record so. */
    private static final Pattern CERTAIN = Pattern.compile(
            SUMS
                    + "\\s*[:：]?|总额\\s*[:：]?|共\\s*\\d+\\s*(笔|条|行|单|件|个).*|(grand |sub-?)totals?\\s*:?|(grand )?totals?\\s*[(（]\\d+[)）]",
            Pattern.CASE_INSENSITIVE);

    /** A record may be called so, but then it has all that records have. */
    private static final Pattern LIKELY =
            Pattern.compile(".{0,20}(" + SUMS + "|总额|汇\\s*总)\\s*[:：]?|(totals?|sum)\\s*:?", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHERS = Pattern.compile(
            "(以下(无|空白)|总[\\u4e00-\\u9fff]*(数|额|费|金额)|共\\s*\\d+|本页|第\\s*\\d+\\s*页|导出|打印|制表|制单|填表|审核|复核|批准"
                    + "|备注|说明|注[:：]|数据截止|\\*{2,}|-{2,}|={2,}|#{1,}|end of|exported|printed|generated|prepared|approved"
                    + "|notes?:|page \\d+|\\d+ (rows|records|lines)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ClosingWords() {}

    /** Whether a cell says that sums stand beside it, whatever they are. */
    static boolean isCertainTotal(String cell) {
        return CERTAIN.matcher(Blanks.strip(cell)).matches();
    }

    /** Whether a cell says so where something that records have is missing. */
    static boolean isLikelyTotal(String cell) {
        return LIKELY.matcher(Blanks.strip(cell)).matches();
    }

    static boolean isClosing(String cell) {
        return isCertainTotal(cell)
                || isLikelyTotal(cell)
                || OTHERS.matcher(Blanks.strip(cell)).matches();
    }
}
