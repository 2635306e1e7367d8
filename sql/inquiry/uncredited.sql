SELECT business_date AS date, plan, reason, outlet_code AS outlet, detail, line_count AS `lines`, net_amount, first_doc_no AS first_document
FROM uncredited WHERE business_date BETWEEN :from AND :to ORDER BY business_date, plan, reason, outlet_code, detail
