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

    public String html() {
        return """
                <html><body style="font-family:'Microsoft YaHei',Arial,sans-serif;font-size:14px;color:#222">
                %s%s%s%s%s<p style="color:#6b6b6b;font-size:12px">%s</p></body></html>
                """.formatted(top(), changes(), figures(), bars(), actions(), escape(footer()));
    }

    /** The answer is what is read first, whose it is stands small above it. */
    private String top() {
        var whose = letter.scope() + " · " + letter.day();
        return letter.answer().isEmpty()
                ? heading(letter.title()) + small(whose)
                : small(letter.title() + " · " + whose) + heading(letter.answer());
    }

    private static String heading(String text) {
        return "<h2 style=\"margin:0 0 14px;font-size:20px;line-height:1.4\">" + escape(text) + "</h2>";
    }

    private static String small(String text) {
        return "<p style=\"margin:0 0 4px;color:#6b6b6b\">" + escape(text) + "</p>";
    }

    private String footer() {
        return texts.format(letter.attached() ? "mail.footer" : "alert.footer");
    }

    private String figures() {
        var cells = letter.figures().stream()
                .map(figure -> "<tr><td " + CELL + ">" + escape(figure.name()) + "</td><td "
                        + CELL.replace("left", "right") + "><b>" + escape(figure.value()) + "</b></td></tr>")
                .collect(Collectors.joining());
        return "<table style=\"border-collapse:collapse\">" + cells + "</table>";
    }

    /** Bars of plain table cells: no picture to block, no font needed on the server. */
    private String bars() {
        var rows = letter.bars().stream()
                .map(bar -> "<tr><td style=\"color:#6b6b6b;font-size:12px;padding-right:8px\">" + escape(bar.label())
                        + "</td><td><div style=\"background:#9dc3e6;height:12px;width:" + (bar.share() * 3)
                        + "px\"></div></td>"
                        + "<td style=\"font-size:12px;padding-left:8px;text-align:right\">" + escape(bar.value())
                        + "</td></tr>")
                .collect(Collectors.joining());
        return letter.bars().isEmpty()
                ? ""
                : "<table style=\"margin-top:14px;border-collapse:collapse\">" + rows + "</table>";
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
