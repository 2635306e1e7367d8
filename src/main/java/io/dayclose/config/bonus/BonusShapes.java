package io.dayclose.config.bonus;

import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;

/** The shape of a bonus plan's file. */
public final class BonusShapes {
    private static final Shape NAME =
            Shapes.pattern("小写字母、数字和 -", "lower-case letters, digits and -", "[a-z][a-z0-9-]{0,30}");
    private static final Shape STEP =
            Shapes.pattern("users.yml 中的角色，如 finance", "a role of users.yml such as finance", "[a-z][a-z0-9-]{0,20}");
    private static final Shape METRIC =
            Shapes.pattern("指标名，如 net-amount", "the name of a metric such as net-amount", "[^\\s/\\\\.]{1,32}");
    private static final Shape NOT_NEGATIVE = Shapes.decimal("0");
    private static final Shape POINTS = Shapes.list(Shapes.list(Shapes.decimal("-1000000")));
    private static final Shape LINE = Shapes.fields()
            .required("metric", METRIC)
            .required("weight", NOT_NEGATIVE)
            .required("against", Shapes.oneOf("target", "value"))
            .required("curve", POINTS);
    private static final Shape GATE = Shapes.fields()
            .required("metric", METRIC)
            .optional("at-least", Shapes.decimal("-1000000"))
            .optional("at-most", Shapes.decimal("-1000000"));
    private static final Shape VERSION = Shapes.fields()
            .required("from", Shapes.date())
            .required(
                    "participants",
                    Shapes.fields()
                            .required("role", Shapes.list(Shapes.text()))
                            .optional("scope", Shapes.oneOf("company", "branch", "outlet", "person")))
            .optional("scorecard", Shapes.list(LINE))
            .optional("gates", Shapes.list(GATE))
            .optional("amount", Shapes.fields().required("base", NOT_NEGATIVE).required("multiple", POINTS))
            .optional(
                    "pool",
                    Shapes.fields()
                            .required("per", Shapes.oneOf("outlet", "branch"))
                            .required("percent", NOT_NEGATIVE)
                            .required("of", METRIC))
            .optional(
                    "distribute",
                    Shapes.fields()
                            .required("role-weight", Shapes.map(Shapes.text(), NOT_NEGATIVE))
                            .required("by", Shapes.oneOf("net-amount", "score", "equal")))
            .required("approval", Shapes.list(STEP));
    public static final Shape BONUS = Shapes.fields()
            .required("bonus", NAME)
            .optional("title", Shapes.bilingual())
            .required("versions", Shapes.list(VERSION));

    private BonusShapes() {}
}
