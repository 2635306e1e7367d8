-- Warranty cards that came back since the last extract.
SELECT serial_no, returned_on, dealer_code
FROM warranty_card
WHERE updated_at >= :since
