-- Shipments entered or changed since the last extract: each new state of a waybill is a new version of it.
SELECT carrier_code, waybill_no, dealer_code, shipped_on, status, status_on, confirmed_on, cod_amount, refused_amount,
       batch_ref, order_no, parent_waybill_no, status_at, cod_changed_at, currency
FROM shipment
WHERE updated_at >= :since
