package io.dayclose.intake.read;

import io.dayclose.intake.Blanks;
import java.util.regex.Pattern;

/** Words with which rows begin that people and systems put below their records. */
final class ClosingWords {
    private static final Pattern TOTALS =
            Pattern.compile("(合\\s*计|总\\s*计|小\\s*计|累\\s*计|(grand |sub-?)?totals?)\\s*[:：]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERS = Pattern.compile(
            "(以下(无|空白)|总[\\u4e00-\\u9fff]*(数|额|费|金额)|共\\s*\\d+|本页|第\\s*\\d+\\s*页|导出|打印|制表|制单|填表|审核|复核|批准"
                    + "|备注|说明|注[:：]|数据截止|\\*{2,}|-{2,}|={2,}|#{1,}|end of|exported|printed|generated|prepared|approved"
                    + "|notes?:|page \\d+|\\d+ (rows|records|lines)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ClosingWords() {}

    /** Whether a cell says that sums stand beside it. */
    static boolean isTotal(String cell) {
        return TOTALS.matcher(Blanks.strip(cell)).matches();
    }

    static boolean isClosing(String cell) {
        return isTotal(cell) || OTHERS.matcher(Blanks.strip(cell)).matches();
    }
}
