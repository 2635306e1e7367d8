package io.dayclose.report.workbook;

import org.apache.poi.ss.usermodel.Sheet;

/** Prints on A4 landscape, as wide as a page, with page numbers. */
final class PrintSetup {
    private PrintSetup() {}

    static void landscape(Sheet sheet) {
        var print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("&P / &N");
        sheet.getFooter().setLeft("&A");
    }
}
