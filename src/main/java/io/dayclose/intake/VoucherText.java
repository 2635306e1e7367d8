package io.dayclose.intake;

import io.dayclose.text.Bilingual;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;

/**
 * A voucher in words: where it stands, what stands there, what the rule measures it by, and what to do.
 *
 * @param fault why it is not a fact
 */
public record VoucherText(String file, long line, Fault fault) {

    public String text(Language language) {
        var texts = Texts.of(language);
        var decision = texts.format("decision." + fault.reason().decision());
        var what = texts.format(
                fault.column().isEmpty() ? "voucher.row" : "voucher.cell",
                file,
                line,
                Texts.named("column").getOrDefault(fault.column(), Bilingual.same(fault.column())),
                fault.value(),
                decision,
                fault.reason());
        var expected = fault.expected().isEmpty() ? "" : "\n  " + texts.format("voucher.expected", fault.expected());
        return what + expected + "\n  " + fault.reason().sentence(language);
    }
}
