package io.dayclose.config.carrier;

import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;

/** The shape of a carrier's file. */
public final class CarrierShapes {
    private static final Shape AMOUNT = Shapes.decimal("0");
    private static final Shape PAY_DAY = Shapes.pattern(
            "日，如 20 或 next-month 5", "a day such as 20 or next-month 5", "(next-month )?([0-9]|[12]\\d|3[01])");
    private static final Shape FEE = Shapes.fields()
            .optional("percent", AMOUNT)
            .optional("flat", AMOUNT)
            .optional("minimum", AMOUNT)
            .optional("maximum", AMOUNT)
            .optional("tax-percent", AMOUNT)
            .optional("rounding", Shapes.oneOf("half-up", "half-even", "up", "down"))
            .optional("mode", Shapes.oneOf("netted", "fee-line", "invoiced"));
    private static final Shape TOLERANCE = Shapes.fields()
            .optional("short", AMOUNT)
            .optional("over", AMOUNT)
            .optional("percent", AMOUNT)
            .optional("per-statement", AMOUNT);
    private static final Shape AGREEMENT = Shapes.fields()
            .required("from", Shapes.date())
            .required("cycle", Shapes.oneOf("half-month", "month", "week"))
            .required("pay-by", Shapes.map(Shapes.oneOf("first-half", "second-half", "month", "week"), PAY_DAY))
            .optional("grace-days", Shapes.whole(0, 366))
            .optional("fee", FEE)
            .optional("tolerance", TOLERANCE)
            .optional("goods-back-days", Shapes.whole(0, 3650))
            .optional("cut-off", Shapes.timeOfDay())
            .optional("zone", Shapes.zone())
            .optional("refusal-fee", AMOUNT)
            .optional("fee-tolerance", AMOUNT)
            .optional("basis", Shapes.oneOf("delivered", "signed"))
            .optional("currency", Shapes.text())
            .optional("requires", Shapes.list(Shapes.oneOf("opening", "footer")))
            .optional("aliases", Shapes.flag());
    public static final Shape CARRIER = Shapes.fields()
            .required("carrier", Shapes.text())
            .required("title", Shapes.bilingual())
            .required("agreements", Shapes.list(AGREEMENT));

    private CarrierShapes() {}
}
