package io.dayclose.consignment;

import static io.dayclose.consignment.CaseNights.FIRST;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a company with the one carrier C1, for tests that tell what becomes of a few parcels. */
abstract class OneCarrierNights {
    @TempDir
    private Path folder;

    CarrierCompany company;

    @BeforeEach
    void prepare() {
        company = new CarrierCompany(folder).agreement("C1");
        company.before(FIRST);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    /** A night for which nothing more is put in. */
    final void next(String date) {
        company.before(date);
        company.run();
    }
}
