-- What a returned voucher was measured by: both figures of a rule, the span a date lies outside of, the words of a list.
ALTER TABLE voucher ADD COLUMN expected VARCHAR(500) AFTER value;
