-- How each product stands at each outlet: from the opening of the month to the end of the day. Where it stands now, less what came
-- after. Stock belongs to the branch its outlet belongs to on the day. Days of stock (E11): what is not sold has none, nor has a debt.
-- A company that sends neither movements nor counts keeps no stock, and gets no workbook of what its sales would leave.
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       s.closing - s.net AS opening, s.received, s.sold, s.returned, s.other_in, s.other_out, s.closing, s.consigned,
       ROUND(q.quantity / 28, 2) AS daily_sales,
       CASE WHEN s.closing = 0 THEN 0 WHEN s.closing > 0 AND q.quantity > 0 THEN ROUND(s.closing * 28 / q.quantity, 2) END AS stock_days,
       CASE WHEN s.closing < 0 THEN 'BELOW_ZERO' WHEN s.closing = 0 THEN 'EMPTY' WHEN q.quantity IS NULL OR q.quantity <= 0 THEN 'NO_SALE'
            WHEN s.closing * 28 < :few_days * q.quantity THEN 'FEW' WHEN s.closing * 28 > :many_days * q.quantity THEN 'MANY' ELSE 'NORMAL' END AS state,
       ROUND(s.closing * p.standard_cost, 2) AS stock_value
FROM (
    SELECT c.outlet_code, c.product_code, c.owned + c.consigned - COALESCE(f.later, 0) AS closing,
           c.consigned - COALESCE(f.later_consigned, 0) AS consigned, COALESCE(f.net, 0) AS net,
           COALESCE(f.received, 0) AS received, COALESCE(f.sold, 0) AS sold, COALESCE(f.returned, 0) AS returned,
           COALESCE(f.other_in, 0) AS other_in, COALESCE(f.other_out, 0) AS other_out
    FROM stock_cell c
    LEFT JOIN (
        SELECT SQL_BIG_RESULT outlet_code, product_code,
           SUM(IF(business_date > :to, closing - opening, 0)) AS later,
           SUM(IF(business_date > :to, 0, closing - opening)) AS net,
           SUM(IF(business_date > :to, 0, received)) AS received,
           SUM(IF(business_date > :to, 0, sold)) AS sold,
           SUM(IF(business_date > :to, 0, returned)) AS returned,
           SUM(IF(business_date > :to, 0, transfer_in + GREATEST(adjusted, 0) + GREATEST(counted, 0))) AS other_in,
           SUM(IF(business_date > :to, 0, transfer_out + pulled_back + damaged + gifted + GREATEST(-adjusted, 0) + GREATEST(-counted, 0))) AS other_out,
           SUM(IF(ownership = 'CONSIGNED' AND business_date > :to, closing - opening, 0)) AS later_consigned
        FROM stock_day WHERE business_date >= :from AND (:scope_code IS NULL OR outlet_code IN (
            SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
        GROUP BY outlet_code, product_code
    ) f ON f.outlet_code = c.outlet_code AND f.product_code = c.product_code
    WHERE (:scope_code IS NULL OR c.outlet_code IN (
        SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
) s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
LEFT JOIN (
    SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
    FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
      AND (:scope_code IS NULL OR outlet_code IN (
          SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
    GROUP BY outlet_code, product_code
) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code
WHERE (s.closing <> 0 OR s.consigned <> 0 OR s.net <> 0 OR s.received + s.sold + s.returned + s.other_in + s.other_out <> 0 OR q.quantity <> 0)
  AND (EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count))
