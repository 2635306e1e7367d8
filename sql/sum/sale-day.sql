-- The lines of a day that hold now, document by document, each with the first reason to look at it. Change the reasons
-- here; the columns must stay. :part of :parts takes a share of the outlets, for days too large to sum at once.
SELECT s.doc_no,
       s.line_no,
       s.version,
       s.kind,
       s.outlet_code,
       -- a return without a seller is taken off whoever sold the original
       IF(s.kind = 'RETURN' AND s.seller_code IS NULL AND s.original_doc_no IS NOT NULL,
          (SELECT o.seller_code FROM sale o WHERE o.doc_no = s.original_doc_no AND o.line_no = s.original_line_no ORDER BY o.version DESC LIMIT 1),
          s.seller_code) AS seller_code,
       s.product_code,
       s.quantity,
       s.amount,
       CASE
           WHEN s.kind = 'RETURN' AND s.original_doc_no IS NULL THEN 'NO_ORIGINAL'
           WHEN s.kind = 'DISCOUNT' AND NOT EXISTS (SELECT 1 FROM current_sale l WHERE l.doc_no = s.doc_no AND l.kind = 'SALE')
               THEN 'DISCOUNT_ALONE'
           WHEN s.amount = 0 AND s.kind <> 'DISCOUNT' THEN 'ZERO_AMOUNT'
           WHEN s.discount > s.quantity * s.unit_price * 0.3 AND s.kind <> 'DISCOUNT' THEN 'HIGH_DISCOUNT'
           WHEN s.kind = 'SALE' AND s.seller_code IS NULL AND s.outlet_code NOT IN (
               SELECT o.outlet_code FROM outlet_dated o
               WHERE o.channel = 'ECHANNEL'
                 AND o.valid_from <= :business_date AND o.valid_until > :business_date)
               THEN 'NO_SELLER'
           WHEN s.night > s.business_date THEN 'LATE'
           WHEN s.version > 1 THEN 'CORRECTED'
       END AS why
FROM current_sale s
WHERE s.business_date = :business_date
  AND (:parts = 1 OR CRC32(s.outlet_code) % :parts = :part)
ORDER BY s.doc_no, s.line_no
