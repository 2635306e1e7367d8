-- The day a card came back as it was counted, beside the card's last version.
SELECT c.serial_no, CAST(DATE_FORMAT(w.returned_on, '%Y%m%d') AS SIGNED), CAST(DATE_FORMAT(c.returned_on, '%Y%m%d') AS SIGNED)
FROM counted_card c JOIN current_warranty_card w ON w.serial_no = c.serial_no
WHERE w.returned_on <> c.returned_on
