-- Everybody credited with a sale or return this month so far, and in a line of its own what is credited to nobody, so that people add up to
-- the outlets. The branch is that of the outlet that sold.
WITH outlet AS (
    SELECT o.outlet_code, o.valid_from, o.valid_until
    FROM outlet_dated o
    WHERE :scope_code IS NULL OR o.branch_code = :scope_code
),
credited AS (
    SELECT d.seller_code, d.business_date, d.documents, d.sold_quantity - d.returned_quantity AS quantity,
           d.gross_amount - d.returned_amount AS net_amount
    FROM seller_day d
    JOIN outlet o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
),
nobody AS (
    SELECT SUM(IF(business_date = :business_date, quantity, 0)) AS quantity, SUM(IF(business_date = :business_date, net_amount, 0)) AS net_amount,
           SUM(net_amount) AS month_net_amount
    FROM (
        SELECT d.business_date, d.sold_quantity - d.returned_quantity AS quantity, d.gross_amount - d.returned_amount AS net_amount
        FROM outlet_day d
        JOIN outlet o ON o.outlet_code = d.outlet_code
            AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
        WHERE d.business_date BETWEEN :from AND :to
        UNION ALL
        SELECT business_date, -quantity, -net_amount FROM credited
    ) rest
)
SELECT d.seller_code AS person_code,
       COALESCE(MAX(p.name), d.seller_code) AS person_name,
       MAX(p.role) AS role,
       MAX(po.name) AS outlet_name,
       SUM(IF(d.business_date = :business_date, d.documents, 0)) AS documents,
       SUM(IF(d.business_date = :business_date, d.quantity, 0)) AS quantity,
       SUM(IF(d.business_date = :business_date, d.net_amount, 0)) AS net_amount,
       SUM(d.net_amount) AS month_net_amount
FROM credited d
LEFT JOIN person_dated p ON p.person_code = d.seller_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN outlet_dated po ON po.outlet_code = p.outlet_code
    AND po.valid_from <= :business_date AND po.valid_until > :business_date
GROUP BY d.seller_code
UNION ALL
SELECT NULL, NULL, 'NOBODY', NULL, NULL, quantity, net_amount, month_net_amount
FROM nobody WHERE quantity <> 0 OR net_amount <> 0 OR month_net_amount <> 0
