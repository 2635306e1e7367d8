-- Shipments nobody has confirmed: those of the business date and older ones. One is confirmed by its own date, by a person, or by having arrived.
-- What is on its way with cash to collect is known at once; without, and for a date of the past, it is looked for among the last weeks' shipments.
SELECT s.shipped_on, DATEDIFF(:business_date, s.shipped_on) AS days, s.carrier_code, s.waybill_no, s.order_no, s.batch_ref, s.dealer_code,
       COALESCE(d.name, s.dealer_code) AS dealer_name, s.cod_amount
FROM (
    SELECT debtor AS carrier_code, subject AS waybill_no FROM receivable WHERE is_open = 1 AND kind = 'COD' AND status = 'SHIPPED'
    UNION
    SELECT h.carrier_code, h.waybill_no FROM shipment h
    CROSS JOIN (SELECT COALESCE(MAX(as_of), :business_date) > :business_date AS past FROM recon_run) u
    WHERE h.night BETWEEN :business_date - INTERVAL 31 DAY AND :business_date AND h.status = 'SHIPPED' AND (h.cod_amount = 0 OR u.past)) k
JOIN shipment s ON s.carrier_code = k.carrier_code AND s.waybill_no = k.waybill_no AND s.night <= :business_date
LEFT JOIN shipment n ON n.carrier_code = s.carrier_code AND n.waybill_no = s.waybill_no AND n.version = s.version + 1 AND n.night <= :business_date
LEFT JOIN confirmed_shipment c ON c.carrier_code = s.carrier_code AND c.waybill_no = s.waybill_no AND c.confirmed_on <= :business_date
LEFT JOIN dealer_dated d ON d.dealer_code = s.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE n.waybill_no IS NULL AND c.waybill_no IS NULL AND s.confirmed_on IS NULL AND s.status = 'SHIPPED' AND s.shipped_on <= :business_date
  AND (:scope_code IS NULL OR d.branch_code = :scope_code)
