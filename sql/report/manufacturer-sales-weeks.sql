-- The last eight weeks of a manufacturer's products at dealers, each ending on the weekday of the date, oldest first.
WITH RECURSIVE week AS (
    SELECT 0 AS back, :business_date AS last_on
    UNION ALL
    SELECT back + 1, last_on - INTERVAL 7 DAY FROM week WHERE back < 7
)
SELECT w.last_on - INTERVAL 6 DAY AS first_on, w.last_on, COALESCE(SUM(s.sold), 0) AS sold_quantity, COALESCE(SUM(s.returned), 0) AS returned_quantity,
       COALESCE(SUM(s.sold - s.returned), 0) AS quantity, COALESCE(SUM(s.amount), 0) AS amount, COUNT(DISTINCT s.dealer_code) AS dealers
FROM week w
LEFT JOIN (
    SELECT d.business_date, o.dealer_code, SUM(d.sold_quantity) AS sold, SUM(d.returned_quantity) AS returned,
           SUM(d.gross_amount - d.returned_amount) AS amount
    -- include: report/part/manufacturer-sold.sql
    WHERE d.business_date BETWEEN :business_date - INTERVAL 55 DAY AND :business_date
    GROUP BY d.business_date, o.dealer_code
) s ON s.business_date BETWEEN w.last_on - INTERVAL 6 DAY AND w.last_on
GROUP BY w.last_on
