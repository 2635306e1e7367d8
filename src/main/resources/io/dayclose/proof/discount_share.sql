-- What the lines of a document bear of a discount, beside the discount.
SELECT CONCAT(x.doc_no, '/', x.line_no), d.amount, x.amount
FROM (SELECT doc_no, line_no, version, SUM(amount) AS amount FROM discount_share GROUP BY doc_no, line_no, version) x
JOIN sale d ON d.doc_no = x.doc_no AND d.line_no = x.line_no AND d.version = x.version WHERE d.amount <> x.amount
