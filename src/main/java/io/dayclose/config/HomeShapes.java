package io.dayclose.config;

import io.dayclose.config.bonus.BonusShapes;
import io.dayclose.config.calendar.CalendarReader;
import io.dayclose.config.carrier.CarrierShapes;
import io.dayclose.config.feed.FeedReader;
import io.dayclose.config.plan.PlanShapes;
import io.dayclose.config.yaml.Shape;
import io.dayclose.config.yaml.Shapes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shape of every kind of file in {@code jobs-config/}, and of those kinds that other rooms will read. */
public final class HomeShapes {
    static final Shape USERS = Shapes.list(Shapes.fields()
            .required("user", Shapes.text())
            .required("name", Shapes.text())
            .optional("roles", Shapes.list(Shapes.text()))
            .optional("person", Shapes.text())
            .optional(
                    "password",
                    Shapes.pattern(
                            "{bcrypt}…，由 dayclose user password 生成",
                            "{bcrypt}… as printed by dayclose user password",
                            "\\{bcrypt}.+"))
            .optional("branches", Shapes.list(Shapes.text()))
            .optional("limits", limits()));

    private static Shape limits() {
        var limits = Shapes.fields();
        User.LIMITED.forEach(kind -> limits.optional(kind, Shapes.decimal("0")));
        return limits;
    }

    private HomeShapes() {}

    /** The shapes by the name of their schema file. */
    public static Map<String, Shape> all() {
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("company", CompanyReader.SHAPE);
        shapes.put("calendar", CalendarReader.SHAPE);
        shapes.put("recipients", Recipients.SHAPE);
        shapes.put("users", USERS);
        shapes.put("feed", FeedReader.SHAPE);
        shapes.put("job", JobReader.SHAPE);
        shapes.put("report", ReportReader.SHAPE);
        shapes.put("plan", PlanShapes.PLAN);
        shapes.put("carrier", CarrierShapes.CARRIER);
        shapes.put("bonus", BonusShapes.BONUS);
        return shapes;
    }
}
