-- What metrics ask for by date is found without walking through the years before it.
ALTER TABLE receivable ADD KEY receivable_due (due_on);
ALTER TABLE receivable_entry ADD KEY receivable_entry_night (night);
ALTER TABLE voucher ADD KEY voucher_first_seen (first_seen, decision);
