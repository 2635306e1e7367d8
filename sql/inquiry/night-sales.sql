-- A day's sales and returns; discounts of whole documents as a positive sum.
SELECT COALESCE(SUM(gross_amount), 0) AS gross, COALESCE(SUM(returned_amount), 0) AS returned, -COALESCE(SUM(discount_amount), 0) AS discounts
FROM outlet_day WHERE business_date = :date
