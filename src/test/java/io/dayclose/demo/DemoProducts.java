package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Three hundred products to sell in six categories, and four to give away. */
final class DemoProducts {
    private static final int SOLD = 300;
    private static final List<String> CATEGORIES = List.of("手机", "SIM卡", "充值卡", "复印机", "耗材", "配件");
    private static final List<String> UNITS = List.of("旗舰机", "号卡", "充值卡", "数码复印机", "墨粉盒", "保护壳");
    private static final int[] BASE = {1999, 59, 100, 8600, 260, 49};
    private static final List<String> GIVEN = List.of("定制雨伞", "充电宝", "校园海报", "迎新宣传册");

    private final List<Product> products = new ArrayList<>();

    /** @param category its place in the list of categories; gifts have none */
    record Product(int number, int category, String maker, BigDecimal price) {
        String code() {
            return "G%04d".formatted(number + 1);
        }

        boolean isPhone() {
            return category == 0;
        }

        /** Toner dries up. */
        boolean ages() {
            return category == 4;
        }

        boolean isGift() {
            return category < 0;
        }

        /** What a dealer gets to sell before paying it: phones and copiers, each fifth of them. */
        boolean isConsigned() {
            return (category == 0 || category == 3) && number / CATEGORIES.size() % 5 == 0;
        }

        BigDecimal dealerPrice() {
            return Rounding.toFen(price.multiply(new BigDecimal("0.9")));
        }

        private String kind() {
            if (isGift()) {
                return GIVEN.get(number - SOLD).contains("雨伞") || number == SOLD + 1 ? "GIFT" : "MATERIAL";
            }
            return category == 2 ? "VALUE_CARD" : category == 1 ? "NUMBER_CARD" : "GOODS";
        }

        private String name() {
            return isGift()
                    ? GIVEN.get(number - SOLD)
                    : maker + UNITS.get(category) + " " + (char) ('A' + number / 6 % 26) + (number / 6);
        }

        private Object[] row() {
            return new Object[] {
                code(),
                name(),
                isGift() ? "赠品" : CATEGORIES.get(category),
                maker,
                price.multiply(new BigDecimal("0.8")).stripTrailingZeros(),
                isGift() ? null : price,
                ages() ? 540 : null,
                isPhone() ? "Y" : "N",
                kind()
            };
        }
    }

    DemoProducts(SplittableRandom random) {
        for (int i = 0; i < SOLD; i++) {
            int category = i % CATEGORIES.size();
            var price = BigDecimal.valueOf(BASE[category] * (80L + random.nextInt(120)), 2);
            products.add(new Product(i, category, "MK" + (i % 8 + 1), price));
        }
        for (int i = SOLD; i < SOLD + GIVEN.size(); i++) {
            products.add(new Product(i, -1, "MK9", BigDecimal.valueOf(8 + 11L * (i - SOLD))));
        }
    }

    List<Product> sold() {
        return products.subList(0, SOLD);
    }

    List<Product> gifts() {
        return products.subList(SOLD, products.size());
    }

    BulkRows rows() {
        var rows = DemoCompany.table(
                "product",
                "product_code, name, category, manufacturer, standard_cost, list_price, shelf_life_days, serialised, kind");
        products.forEach(product -> rows.add(product.row()));
        return rows;
    }
}
