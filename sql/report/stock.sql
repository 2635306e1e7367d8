-- How each product stands at each outlet: from the opening of the month to the end of the day. Stock belongs to the branch its outlet
-- belongs to on the day. Days of stock (E11): what is not sold has none, nor has a debt.
-- Values are rounded shelf by shelf, here and in every other sheet, so that they add up.
-- A company that sends neither movements nor counts keeps no stock, and gets no workbook of what its sales would leave.
-- include: report/part/shelf.sql
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       s.closing - s.net AS opening, s.received, s.sold, s.returned, s.other_in, s.other_out, s.closing, s.consigned,
       ROUND(NULLIF(s.sold_28, 0) / 28, 2) AS daily_sales,
       CASE WHEN s.closing = 0 THEN 0 WHEN s.closing > 0 AND s.sold_28 > 0 THEN ROUND(s.closing * 28 / s.sold_28, 2) END AS stock_days,
       CASE WHEN s.closing < 0 THEN 'BELOW_ZERO' WHEN s.closing = 0 THEN 'EMPTY' WHEN s.sold_28 <= 0 THEN 'NO_SALE'
            WHEN s.closing * 28 < :few_days * s.sold_28 THEN 'FEW' WHEN s.closing * 28 > :many_days * s.sold_28 THEN 'MANY' ELSE 'NORMAL' END AS state,
       ROUND(s.closing * p.standard_cost, 2) AS stock_value
FROM (SELECT *, received + returned + other_in - sold - other_out AS net FROM shelf) s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE (s.closing <> 0 OR s.consigned <> 0 OR s.net <> 0 OR s.received + s.sold + s.returned + s.other_in + s.other_out <> 0 OR s.sold_28 <> 0)
  AND (EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count))
