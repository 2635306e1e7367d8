-- What stands on a shelf now, beside its last day.
SELECT CONCAT_WS(' ', c.outlet_code, c.product_code, s.ownership), s.closing, IF(s.ownership = 'OWNED', c.owned, c.consigned)
FROM stock_cell c JOIN stock_day s ON s.business_date = c.last_on AND s.outlet_code = c.outlet_code AND s.product_code = c.product_code
WHERE s.closing <> IF(s.ownership = 'OWNED', c.owned, c.consigned)
