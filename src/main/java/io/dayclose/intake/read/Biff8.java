package io.dayclose.intake.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Workbooks of Excel 97 to 2003, record by record. */
final class Biff8 implements HSSFListener {
    private final HeldBook book;
    private final List<BoundSheetRecord> sheets = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private @Nullable CellRecord awaiting;
    private int begun;
    private @Nullable UnreadableFile failure;

    private Biff8(HeldBook book) {
        this.book = book;
    }

    static HeldBook read(POIFSFileSystem file, HeldBook book) throws IOException {
        var reader = new Biff8(book);
        var request = new HSSFRequest();
        request.addListenerForAllRecords(reader);
        new HSSFEventFactory().processWorkbookEvents(request, file);
        if (reader.failure != null) {
            throw reader.failure;
        }
        return reader.book;
    }

    @Override
    public void processRecord(Record record) {
        try {
            if (record instanceof CellRecord cell) {
                cell(cell);
            } else if (record instanceof StringRecord text && awaiting != null) {
                put(awaiting, text.getString());
                awaiting = null;
            } else {
                other(record);
            }
        } catch (UnreadableFile beyondLimits) {
            failure = failure == null ? beyondLimits : failure;
        }
    }

    private void other(Record record) {
        if (record instanceof BOFRecord begin) {
            begin(begin);
        } else if (record instanceof BoundSheetRecord sheet) {
            sheets.add(sheet);
            book.sheet(sheet.getSheetname(), !sheet.isHidden() && !sheet.isVeryHidden(), sheet.getPositionOfBof());
        } else if (record instanceof SSTRecord shared) {
            strings = shared;
        } else if (record instanceof FormatRecord format) {
            book.format(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            book.style(style.getFormatIndex());
        } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
            book.daysSince1904();
        } else if (record instanceof MergeCellsRecord merged) {
            merged(merged);
        }
    }

    /** Sheets follow one another in the stream in the order of their beginnings, whatever order people see them in. */
    private void begin(BOFRecord begin) {
        if (begin.getType() == BOFRecord.TYPE_WORKBOOK) {
            return;
        }
        var ordered = BoundSheetRecord.orderByBofPosition(sheets);
        boolean isSheet = begin.getType() == BOFRecord.TYPE_WORKSHEET && begun < ordered.length;
        book.begin(isSheet ? ordered[begun].getPositionOfBof() : -1);
        begun++;
    }

    private void cell(CellRecord cell) throws UnreadableFile {
        if (cell instanceof LabelSSTRecord label && strings != null) {
            put(cell, strings.getString(label.getSSTIndex()).getString());
        } else if (cell instanceof NumberRecord number) {
            put(cell, book.number(number.getValue(), cell.getXFIndex()));
        } else if (cell instanceof BoolErrRecord value) {
            put(cell, value.isBoolean() ? flag(value.getBooleanValue()) : error(value.getErrorValue()));
        } else if (cell instanceof FormulaRecord formula) {
            formula(formula);
        }
    }

    private void formula(FormulaRecord formula) throws UnreadableFile {
        if (formula.hasCachedResultString()) {
            awaiting = formula;
        } else if (formula.isAlwaysCalc() && formula.getValue() == 0) {
            put(formula, SourceRow.UNSOLVED + "=…");
        } else if (formula.getCachedResultTypeEnum() == CellType.BOOLEAN) {
            put(formula, flag(formula.getCachedBooleanValue()));
        } else if (formula.getCachedResultTypeEnum() == CellType.ERROR) {
            put(formula, error((byte) formula.getCachedErrorValue()));
        } else {
            put(formula, book.number(formula.getValue(), formula.getXFIndex()));
        }
    }

    private void put(CellRecord cell, String text) throws UnreadableFile {
        book.current().put(cell.getRow(), cell.getColumn(), text);
    }

    private static String flag(boolean value) {
        return value ? "Y" : "N";
    }

    static String error(byte code) {
        return FormulaError.isValidCode(code & 0xFF) ? FormulaError.forInt(code).getString() : "#" + (code & 0xFF);
    }

    private void merged(MergeCellsRecord merged) {
        for (int i = 0; i < merged.getNumAreas(); i++) {
            var area = merged.getAreaAt(i);
            book.current().merge(area.getFirstColumn(), area.getFirstRow(), area.getLastRow());
        }
    }
}
