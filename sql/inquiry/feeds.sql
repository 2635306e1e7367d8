SELECT feed, night AS business_date, name AS source, read_count AS `read`, accepted, corrected, duplicate, waiting, returned, refused,
       read_amount AS amount_read, accepted_amount AS amount_accepted
FROM feed_source WHERE night BETWEEN :from AND :to AND state <> 'EMPTY' ORDER BY feed, night, source_id
