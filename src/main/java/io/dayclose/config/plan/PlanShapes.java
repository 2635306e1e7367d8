package io.dayclose.config.plan;

import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;

/** The shape of a plan's file. */
public final class PlanShapes {
    private static final Shape NAMES = Shapes.list(Shapes.text());
    private static final Shape PERCENT = Shapes.decimal("0");
    private static final Shape MEASURE = Shapes.oneOf("net-amount", "net-quantity", "gross-margin");
    private static final Shape BANDS = Shapes.fields()
            .required("mode", Shapes.oneOf("marginal", "retroactive"))
            .optional("of", Shapes.oneOf("percent", "per-unit"))
            .required(
                    "table",
                    Shapes.list(Shapes.fields()
                            .required("from", Shapes.decimal("0"))
                            .required("rate", PERCENT)));
    private static final Shape RATE = Shapes.fields()
            .optional("percent", PERCENT)
            .optional("per-unit", PERCENT)
            .optional("bands", BANDS)
            .optional("fixed", PERCENT)
            .optional("per", Shapes.oneOf("outlet"))
            .optional("prorate", Shapes.oneOf("open-days"))
            .optional("override", Shapes.fields().required("of", NAMES).required("percent", PERCENT));
    private static final Shape GATE = Shapes.fields()
            .required("gate", Shapes.oneOf("warranty-card", "return-window", "deposit-full", "no-overdue-receivable"))
            .optional("days", Shapes.whole(0, 3650))
            .optional("then", Shapes.oneOf("forfeit", "release"));
    private static final Shape VERSION = Shapes.fields()
            .required("from", Shapes.date())
            .optional("payee", Shapes.oneOf("dealer", "seller", "outlet", "manager"))
            .optional("shares", Shapes.map(Shapes.oneOf("dealer", "seller", "outlet", "manager"), Shapes.whole(1, 100)))
            .optional(
                    "applies-to",
                    Shapes.fields()
                            .optional("channel", Shapes.list(Shapes.oneOf("OWN", "DEALER", "CAMPUS", "ECHANNEL")))
                            .optional("branch", NAMES)
                            .optional("outlet", NAMES)
                            .optional("category", NAMES)
                            .optional("product", NAMES)
                            .optional("manufacturer", NAMES)
                            .optional(
                                    "product-kind",
                                    Shapes.list(Shapes.oneOf("GOODS", "GIFT", "VALUE_CARD", "NUMBER_CARD", "MATERIAL")))
                            .optional("role", NAMES))
            .optional("measure", MEASURE)
            .required("rate", RATE)
            .optional("minimum", Shapes.map(MEASURE, Shapes.decimal("0")))
            .optional("cap", Shapes.decimal("0"))
            .optional("hold", Shapes.list(GATE))
            .optional(
                    "returns",
                    Shapes.fields()
                            .optional("window-days", Shapes.whole(0, 3650))
                            .optional("after-close", Shapes.oneOf("original-rate", "recompute", "none")))
            .optional(
                    "exclusive",
                    Shapes.fields().required("group", Shapes.text()).required("priority", Shapes.whole(0, 1_000_000)));
    public static final Shape PLAN = Shapes.fields()
            .required("plan", Shapes.pattern("小写字母、数字和 -", "lower-case letters, digits and -", "[a-z][a-z0-9-]{0,30}"))
            .required("title", Shapes.bilingual())
            .required("kind", Shapes.oneOf("commission", "subsidy"))
            .required("versions", Shapes.list(VERSION));

    private PlanShapes() {}
}
