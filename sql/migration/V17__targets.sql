-- What metrics ask for by date is found without walking through the years before it.
ALTER TABLE receivable ADD KEY receivable_due (due_on);
ALTER TABLE receivable_entry ADD KEY receivable_entry_night (night);
ALTER TABLE voucher ADD KEY voucher_first_seen (first_seen, decision);

-- What each day has brought by metrics that have targets: read by forecasts and shares. Counted again when the day's facts have
-- changed since, or the metric's query.
CREATE TABLE metric_day (
    metric VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    scope_kind VARCHAR(8) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    value DECIMAL(24, 4) NOT NULL,
    PRIMARY KEY (metric, scope_kind, scope_code, business_date),
    KEY metric_day_date (metric, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE counted_metric_day (
    metric VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    changes BIGINT NOT NULL COMMENT 'of the facts of all feeds of the day',
    query_hash INT NOT NULL,
    PRIMARY KEY (metric, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How everybody who has a target stood at the end of a day, as docs/targets.md says. Empty where a metric does not add up over
-- days, where no day is left, or where there is too little history.
CREATE TABLE target_day (
    business_date DATE NOT NULL,
    metric VARCHAR(32) NOT NULL,
    scope_kind VARCHAR(8) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    decimals TINYINT NOT NULL COMMENT 'of the metric''s smallest unit',
    month_target DECIMAL(24, 4) NOT NULL,
    target DECIMAL(24, 4),
    actual DECIMAL(24, 4),
    mtd_target DECIMAL(24, 4) NOT NULL,
    mtd_actual DECIMAL(24, 4),
    needed_per_day DECIMAL(24, 4),
    forecast DECIMAL(24, 4),
    forecast_error DECIMAL(18, 4) COMMENT 'a proportion: 0.05 is 5 %',
    PRIMARY KEY (business_date, metric, scope_kind, scope_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Targets whose parts do not add up to them: OVER = own targets below exceed it, LEFT_OVER = nobody takes the rest.
CREATE TABLE target_finding (
    business_date DATE NOT NULL,
    metric VARCHAR(32) NOT NULL,
    scope_kind VARCHAR(8) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    kind VARCHAR(9) NOT NULL,
    amount DECIMAL(24, 4) NOT NULL,
    PRIMARY KEY (business_date, metric, scope_kind, scope_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
