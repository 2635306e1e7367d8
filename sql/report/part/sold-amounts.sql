-- what each shelf sold less returned in the 28 days up to the date, in money; a branch's only its own
(
    SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(gross_amount - returned_amount) AS amount
    FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
      AND (:scope_code IS NULL OR outlet_code IN (
          SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND valid_until > :business_date))
    GROUP BY outlet_code, product_code
) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code
