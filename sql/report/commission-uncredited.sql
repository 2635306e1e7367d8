-- Lines of the month so far, or shares of them, that count for nobody.
SELECT u.reason, u.plan, COALESCE(o.name, u.outlet_code) AS outlet_name, u.detail, SUM(u.line_count) AS `lines`,
       SUM(u.net_amount) AS net_amount, MIN(u.first_doc_no) AS first_document
FROM uncredited u
LEFT JOIN outlet_dated o ON o.outlet_code = u.outlet_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
WHERE u.business_date BETWEEN :from AND :to
GROUP BY u.reason, u.plan, outlet_name, u.detail
