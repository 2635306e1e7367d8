-- The lines of a few outlets over a month, for whoever wants to see how a payee's fen came about.
ALTER TABLE sale ADD KEY sale_by_outlet (business_date, outlet_code);
