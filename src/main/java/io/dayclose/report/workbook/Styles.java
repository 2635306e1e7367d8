package io.dayclose.report.workbook;

import io.dayclose.config.Report.CellType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.jspecify.annotations.Nullable;

/** The few cell styles all workbooks share. */
final class Styles {
    /** The one colour of headers and bars: a calm blue that prints well. */
    static final byte[] BLUE = {0x1F, 0x4E, 0x79};

    static final byte[] BAR = {(byte) 0x9D, (byte) 0xC3, (byte) 0xE6};
    static final byte[] PALE = {(byte) 0xDD, (byte) 0xE8, (byte) 0xF3};
    private static final byte[] GREY = {0x6B, 0x6B, 0x6B};
    private static final String FONT = "Microsoft YaHei";

    private final Workbook workbook;
    private final Map<CellType, CellStyle> cells = new EnumMap<>(CellType.class);
    private final Map<CellType, CellStyle> totals = new EnumMap<>(CellType.class);
    private final CellStyle header;
    private final CellStyle numberHeader;
    private final CellStyle indentedHeader;
    private final CellStyle quoted;
    private final CellStyle wrapped;

    Styles(Workbook workbook) {
        this.workbook = workbook;
        workbook.getFontAt(0).setFontName(FONT);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        for (var type : CellType.values()) {
            cells.put(type, cell(type));
            totals.put(type, total(type));
        }
        header = header(HorizontalAlignment.LEFT);
        numberHeader = header(HorizontalAlignment.RIGHT);
        indentedHeader = header(HorizontalAlignment.LEFT);
        indentedHeader.setIndention((short) 1);
        quoted = cell(CellType.TEXT);
        ((XSSFCellStyle) quoted).setQuotePrefixed(true);
        wrapped = cell(CellType.TEXT);
        wrapped.setWrapText(true);
    }

    CellStyle of(CellType type) {
        return get(cells, type);
    }

    CellStyle totalOf(CellType type) {
        return get(totals, type);
    }

    private static CellStyle get(Map<CellType, CellStyle> styles, CellType type) {
        return Objects.requireNonNull(styles.get(type));
    }

    CellStyle headerStyle() {
        return header;
    }

    /** The header over a column: numbers stand to the right, and so does their header; words keep a little away from them. */
    CellStyle headerStyle(CellType type) {
        return isNumber(type) ? numberHeader : indentedHeader;
    }

    private static boolean isNumber(CellType type) {
        return switch (type) {
            case TEXT, CODE, LINK, DATE, TIME -> false;
            case INTEGER, MONEY, NUMBER, PRICE, PERCENT, DURATION -> true;
        };
    }

    /** Keeps a text that looks like a formula a text, also after somebody edits it. */
    CellStyle quotedText() {
        return quoted;
    }

    /** Lets a long sentence go on in the next line. */
    CellStyle wrappedText() {
        return wrapped;
    }

    private CellStyle cell(CellType type) {
        var style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setDataFormat(workbook.createDataFormat().getFormat(format(type)));
        if (!isNumber(type)) {
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
        return style;
    }

    private static String format(CellType type) {
        return switch (type) {
            case TEXT, LINK -> "General";
            case CODE -> "@";
            case INTEGER -> "#,##0;[Red]-#,##0";
            case MONEY, NUMBER -> "#,##0.00;[Red]-#,##0.00";
            case PRICE -> "#,##0.00######;[Red]-#,##0.00######";
            case PERCENT -> "0.0%;[Red]-0.0%";
            case DATE -> "yyyy-mm-dd";
            case TIME -> "yyyy-mm-dd hh:mm";
            case DURATION -> "[h]:mm:ss";
        };
    }

    private CellStyle total(CellType type) {
        var style = cell(type);
        style.setFont(font(10, true, null));
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.DOUBLE);
        return style;
    }

    private CellStyle header(HorizontalAlignment alignment) {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        style.setFillForegroundColor(new XSSFColor(BLUE, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFont(white());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setAlignment(alignment);
        return style;
    }

    private Font white() {
        var font = workbook.createFont();
        font.setFontName(FONT);
        font.setBold(true);
        font.setFontHeightInPoints((short) 10);
        font.setColor(IndexedColors.WHITE.getIndex());
        return font;
    }

    /** A style for words on the first sheet. */
    CellStyle words(int points, boolean bold, boolean grey) {
        var style = workbook.createCellStyle();
        style.setFont(font(points, bold, grey ? GREY : null));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    /** The small title over a large figure. */
    CellStyle cardTitle() {
        var style = card(font(9, false, GREY));
        style.setBorderTop(BorderStyle.THIN);
        return style;
    }

    /** A large figure. */
    CellStyle cardFigure(int points, String format) {
        var style = card(font(points, true, BLUE));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setShrinkToFit(true);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle card(Font font) {
        var style = (XSSFCellStyle) workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        var line = new XSSFColor(PALE, null);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        return style;
    }

    /** How figures of the first sheet are shown: money with its symbol, and without fen. */
    static String figureFormat(CellType type, String symbol) {
        return type == CellType.MONEY ? "\"%s\"#,##0;[Red]-\"%s\"#,##0".formatted(symbol, symbol) : format(type);
    }

    CellStyle restTitle() {
        var style = words(9, false, true);
        style.setIndention((short) 1);
        return style;
    }

    CellStyle restFigure(String format) {
        var style = words(10, true, false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setShrinkToFit(true);
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }

    private Font font(int points, boolean bold, byte @Nullable [] colour) {
        var font = (XSSFFont) workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (colour != null) {
            font.setColor(new XSSFColor(colour, null));
        }
        return font;
    }
}
