package io.dayclose.intake.describe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people write for our words. */
final class KnownWords {
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("SALE", List.of("销售", "销售出库", "正常销售", "零售", "sale", "sell", "sold")),
            Map.entry("RETURN", List.of("退货", "销售退货", "退款", "return", "refund")),
            Map.entry("COLLECT", List.of("代收", "代收货款", "cod", "collect")),
            Map.entry("REFUND", List.of("退款", "refund")),
            Map.entry("FEE", List.of("手续费", "服务费", "fee")),
            Map.entry("ADJUST", List.of("调整", "adjust", "adjustment")),
            Map.entry("DELIVERED", List.of("已签收", "签收", "妥投", "delivered")),
            Map.entry("SHIPPED", List.of("已发货", "运输中", "在途", "shipped", "in transit")),
            Map.entry("REFUSED", List.of("拒收", "拒签", "refused")),
            Map.entry("LOST", List.of("丢失", "遗失", "lost")),
            Map.entry("RETURNED", List.of("已退回", "退回", "returned")),
            Map.entry("CARRIER", List.of("物流公司", "承运商", "carrier")),
            Map.entry("DEALER", List.of("代理商", "经销商", "加盟", "dealer")),
            Map.entry("OWN", List.of("自营", "直营", "own")),
            Map.entry("ECHANNEL", List.of("线上", "网店", "电商", "online")),
            Map.entry("CAMPUS", List.of("校园", "campus")),
            Map.entry("Y", List.of("是", "已作废", "作废", "yes", "true", "1")),
            Map.entry("N", List.of("否", "正常", "no", "false", "0")));

    private KnownWords() {}

    static Optional<String> of(String word, List<String> ours) {
        return ours.stream()
                .filter(our -> WORDS.getOrDefault(our, List.of()).stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }
}
