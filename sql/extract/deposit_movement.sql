-- Dealers' deposits paid, refunded or forfeited since the last extract.
SELECT entry_no, entry_date, dealer_code, type, amount
FROM deposit_movement
WHERE updated_at >= :since
