package io.dayclose.delivery;

import io.dayclose.config.Headline;
import io.dayclose.text.Shortened;
import io.dayclose.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a mail: a subject that says the answer, plain text, and HTML that every mail program shows. */
public final class LetterText {
    private static final String CELL = "style=\"padding:4px 10px;border-bottom:1px solid #e3e8ee;text-align:left\"";
    private static final String HEAD = "style=\"padding:4px 10px;background:#1f4e79;color:#fff;text-align:left\"";

    /** A table of many columns would break its short cells into single characters, and leave long ones no room. */
    private static final int ONE_LINE = 24;

    private static final String FONT = "font-family:'Microsoft YaHei',Arial,sans-serif;font-size:14px;color:#222";
    private static final String BAR_TEXT = "style=\"font-size:12px;color:#6b6b6b;padding:1px 8px\"";
    private static final int LARGE = 3;

    /** What stands for a figure that cannot be told. */
    private static final String NOTHING = "–";

    private static final String WIDE = "<div style=\"min-width:16em\"></div>";

    /** What the outbox keeps. */
    private static final int LONGEST_SUBJECT = 500;

    private final Letter letter;
    private final Texts texts;

    public LetterText(Letter letter) {
        this.letter = letter;
        texts = Texts.of(letter.language());
    }

    /** Such as {@code 【销售日报】华东分公司 11-22 净销售额 ¥1,234,567 更正 1}. */
    public String subject() {
        var figures = letter.answer().isEmpty() ? figuresOfSubject() : Headline.firstOf(letter.answer());
        var revision = letter.revision() == 0 ? "" : " " + texts.format("mail.revision", letter.revision());
        return Shortened.withMark(
                "【" + letter.title() + "】" + letter.scope() + " " + letter.day().substring(5, 10) + " " + figures
                        + revision,
                LONGEST_SUBJECT);
    }

    private String figuresOfSubject() {
        return letter.headline().stream()
                .map(figure -> figure.name() + " " + figure.value())
                .collect(Collectors.joining(" · "));
    }

    public String plain() {
        var text = new StringBuilder(letter.title() + " · " + letter.scope() + " · " + letter.day() + "\n\n");
        if (!letter.answer().isEmpty()) {
            text.append(letter.answer()).append("\n\n");
        }
        letter.figures().forEach(figure -> text.append(figure.name())
                .append(": ")
                .append(figure.value())
                .append('\n'));
        if (!letter.changes().isEmpty()) {
            text.append('\n')
                    .append(texts.format("report.revision", letter.revision()))
                    .append('\n');
            letter.changes().forEach(change -> text.append("- ")
                    .append(change.what())
                    .append(": ")
                    .append(change.before())
                    .append(" → ")
                    .append(change.after())
                    .append('\n'));
        }
        if (letter.actions().size() > 1) {
            text.append('\n').append(letter.actionTitle().orElse("")).append('\n');
            letter.actions()
                    .forEach(row ->
                            text.append("- ").append(String.join(" | ", row)).append('\n'));
        }
        return text.append('\n').append(footer()).append('\n').toString();
    }

    /** Tables and cells with styles of their own: what every mail program shows, on a telephone too. */
    public String html() {
        return """
                <html><body style="margin:0;background:#f5f6f8">
                <table role="presentation" width="100%%" style="background:#f5f6f8;border-collapse:collapse"><tr><td style="padding:16px 8px">
                <table role="presentation" align="center" width="100%%" style="max-width:720px;background:#fff;border:1px solid #e3e6ea;%s">
                <tr><td style="padding:24px 26px 18px">%s%s%s%s%s</td></tr>
                <tr><td style="padding:14px 26px;background:#f5f6f8;color:#6b6b6b;font-size:12px">%s</td></tr></table>
                </td></tr></table></body></html>
                """.formatted(FONT, top(), changes(), figures(), actions(), bars(), escape(footer()));
    }

    /** The answer is what is read first, whose it is stands small above it. */
    private String top() {
        var whose = letter.scope() + " · " + letter.day();
        return letter.answer().isEmpty()
                ? heading(letter.title()) + small(whose)
                : small(letter.title() + " · " + whose) + heading(letter.answer());
    }

    private static String heading(String text) {
        return "<h2 style=\"margin:0 0 14px;font-size:20px;line-height:1.45\">" + escape(text) + "</h2>";
    }

    private static String small(String text) {
        return "<p style=\"margin:0 0 4px;color:#6b6b6b;font-size:13px\">" + escape(text) + "</p>";
    }

    private String footer() {
        return texts.format(letter.attached() ? "mail.footer" : "alert.footer");
    }

    /** The first few large beside each other, as far as there is room; the others small. */
    private String figures() {
        var all = letter.figures().stream()
                .filter(figure -> !figure.value().equals(NOTHING))
                .toList();
        var large = all.subList(0, Math.min(LARGE, all.size())).stream()
                .map(figure -> "<div style=\"display:inline-block;vertical-align:top;margin:10px 32px 10px 0\">"
                        + "<span style=\"color:#6b6b6b;font-size:12px\">" + escape(figure.name()) + "</span><br>"
                        + "<b style=\"font-size:19px\">" + escape(figure.value()) + "</b></div>")
                .collect(Collectors.joining("\n"));
        var rest = all.stream()
                .skip(LARGE)
                .map(figure -> escape(figure.name()) + " <b style=\"color:#222\">" + escape(figure.value()) + "</b>")
                .collect(Collectors.joining(" &nbsp;·&nbsp; "));
        return all.isEmpty()
                ? ""
                : "<div style=\"border-top:1px solid #e3e6ea;border-bottom:1px solid #e3e6ea\">" + large
                        + (rest.isEmpty()
                                ? ""
                                : "<p style=\"margin:0 0 12px;color:#6b6b6b;font-size:13px;line-height:1.7\">" + rest
                                        + "</p>")
                        + "</div>";
    }

    /** Bars of table cells with a background: no picture to block, no font needed on the server, as wide as the page allows. */
    private String bars() {
        var rows = letter.bars().stream()
                .map(bar -> "<tr><td nowrap " + BAR_TEXT + ">" + escape(bar.label()) + "</td><td width=\"99%\">"
                        + bar(bar.share()) + "</td><td nowrap align=\"right\" " + BAR_TEXT + ">" + escape(bar.value())
                        + "</td></tr>")
                .collect(Collectors.joining());
        return letter.bars().isEmpty()
                ? ""
                : "<table width=\"100%\" style=\"margin-top:18px;border-collapse:collapse\">" + rows + "</table>";
    }

    private static String bar(int share) {
        return share <= 0
                ? ""
                : "<table width=\"" + share
                        + "%\" style=\"border-collapse:collapse\"><tr><td style=\"background:#9dc3e6;height:12px;"
                        + "font-size:1px;line-height:1px;padding:0\">&nbsp;</td></tr></table>";
    }

    private String changes() {
        if (letter.changes().isEmpty()) {
            return "";
        }
        var rows = letter.changes().stream()
                .map(change -> row(CELL, List.of(change.what(), change.before(), change.after())))
                .collect(Collectors.joining());
        var head = row(
                HEAD,
                List.of(texts.format("report.what"), texts.format("report.before"), texts.format("report.after")));
        return table(texts.format("report.revision", letter.revision()), head + rows);
    }

    private String actions() {
        if (letter.actions().size() < 2) {
            return "";
        }
        var rows = letter.actions().stream().skip(1).map(row -> row(CELL, row)).collect(Collectors.joining());
        return table(letter.actionTitle().orElse(""), row(HEAD, letter.actions().get(0)) + rows);
    }

    private static String table(String title, String rows) {
        return "<h3 style=\"margin:18px 0 6px\">" + escape(title)
                + "</h3><table style=\"border-collapse:collapse;font-size:13px\">" + rows + "</table>";
    }

    private static String row(String style, List<String> cells) {
        return cells.stream()
                .map(cell ->
                        "<td " + style + (cell.length() > ONE_LINE ? ">" + WIDE : " nowrap>") + escape(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
