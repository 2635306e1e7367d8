package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;

/** A small company with plans, and nights that must pass. */
abstract class CommissionCompany extends CompanyNights {

    @Override
    protected TestHome prepared(TestHome company) {
        return company.feeds("warranty_card", "deposit_movement", "consignment_settlement", "receipt");
    }

    /** A plan of one version, or of more when the text goes on with them. */
    protected void plan(String name, String version) {
        home.plan(name, version);
    }

    protected void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        assertThat(nights.run(date).problems()).isEmpty();
    }

    protected static String sale(String doc, String date, String amount) {
        return doc + ",1,SALE," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",,,,";
    }

    protected static String back(String doc, String date, String amount, String original) {
        return doc + ",1,RETURN," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",," + original + ",1,";
    }
}
