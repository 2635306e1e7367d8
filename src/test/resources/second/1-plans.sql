-- The plans of second/plans/*.yml, written down a second time by hand. A percent stands as a fraction: 2.5 % = 0.025.

DROP TABLE IF EXISTS second_version, second_share, second_trait, second_band, second_override;

-- traits: how many of them a line must have. lower_bound of the first band is nothing: it also takes what is negative.
CREATE TABLE second_version (
    plan VARCHAR(31) NOT NULL,
    from_date DATE NOT NULL,
    until_date DATE NOT NULL DEFAULT '9999-12-31',
    measure VARCHAR(12) COMMENT 'empty: nothing is measured',
    rate_kind VARCHAR(12) NOT NULL COMMENT 'linear, marginal, retroactive, fixed, per-outlet, override',
    rate DECIMAL(12, 6) COMMENT 'of linear, fixed, per-outlet and override',
    prorated INT NOT NULL DEFAULT 0,
    min_amount DECIMAL(12, 2),
    min_quantity DECIMAL(12, 2),
    min_margin DECIMAL(12, 2),
    cap DECIMAL(12, 2),
    card_days INT,
    card_then VARCHAR(8),
    return_days INT,
    window_days INT,
    after_close VARCHAR(16) NOT NULL DEFAULT 'original-rate',
    exclusive_group VARCHAR(16),
    priority INT,
    traits INT NOT NULL DEFAULT 0,
    PRIMARY KEY (plan, from_date)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE second_share (plan VARCHAR(31), from_date DATE, payee VARCHAR(8), weight DECIMAL(4, 2)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
CREATE TABLE second_trait (plan VARCHAR(31), from_date DATE, trait VARCHAR(12), word VARCHAR(32)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
CREATE TABLE second_band (plan VARCHAR(31), from_date DATE, lower_bound DECIMAL(12, 2), upper_bound DECIMAL(16, 2), rate DECIMAL(12, 6))
    DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
CREATE TABLE second_override (plan VARCHAR(31), of_plan VARCHAR(31)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO second_version (plan, from_date, measure, rate_kind, rate) VALUES
    ('own-sales', '2026-10-01', 'net-amount', 'linear', 0.025),
    ('team', '2026-10-01', NULL, 'override', 0.10);

INSERT INTO second_version (plan, from_date, measure, rate_kind, rate, card_days, card_then, return_days, window_days, after_close) VALUES
    ('dealer-handset', '2026-10-01', 'net-amount', 'marginal', NULL, 20, 'forfeit', NULL, 15, 'original-rate'),
    ('dealer-accessory', '2026-10-01', 'net-amount', 'retroactive', NULL, NULL, NULL, NULL, NULL, 'recompute'),
    ('handset-unit', '2026-10-01', 'net-quantity', 'linear', 30.15, 15, 'release', 7, NULL, 'none');

INSERT INTO second_version (plan, from_date, measure, rate_kind, rate, min_amount, min_margin) VALUES
    ('technician', '2026-10-01', 'gross-margin', 'linear', 0.05, 20000, 5000);

INSERT INTO second_version (plan, from_date, measure, rate_kind, rate, cap, return_days, window_days) VALUES
    ('outlet-capped', '2026-10-01', 'net-amount', 'linear', 0.01, 400, 12, 20);

INSERT INTO second_version (plan, from_date, measure, rate_kind, rate, card_days, card_then, window_days, after_close, exclusive_group, priority) VALUES
    ('brand-hot', '2026-10-01', 'gross-margin', 'linear', 0.06, 30, 'forfeit', NULL, 'original-rate', 'brand', 10),
    ('brand-any', '2026-10-01', 'net-amount', 'linear', 0.005, NULL, NULL, 10, 'recompute', 'brand', 5);

INSERT INTO second_version (plan, from_date, rate_kind, rate, min_amount, min_quantity, return_days) VALUES
    ('housing', '2026-10-01', 'per-outlet', 800, 9000, NULL, NULL),
    ('rent', '2026-10-01', 'per-outlet', 120.5, NULL, NULL, NULL),
    ('store-fixed', '2026-10-01', 'fixed', 300, NULL, 75, 7);

INSERT INTO second_version (plan, from_date, until_date, measure, rate_kind, rate) VALUES
    ('campus', '2026-10-01', '2026-11-01', 'net-amount', 'linear', 0.03),
    ('campus', '2026-11-01', '9999-12-31', 'net-quantity', 'retroactive', NULL);

INSERT INTO second_version (plan, from_date, until_date, measure, rate_kind, rate, window_days) VALUES
    ('accessory-seller', '2026-10-01', '2026-10-16', 'net-amount', 'linear', 0.01, 10),
    ('accessory-seller', '2026-10-16', '2026-11-10', 'net-amount', 'linear', 0.02, 10),
    ('accessory-seller', '2026-11-10', '9999-12-31', 'net-amount', 'linear', 0.015, 10);

INSERT INTO second_share
SELECT plan, from_date,
    CASE WHEN plan IN ('dealer-handset', 'dealer-accessory', 'housing', 'rent') THEN 'DEALER'
        WHEN plan IN ('handset-unit', 'technician', 'brand-hot', 'accessory-seller') THEN 'SELLER' ELSE 'OUTLET' END, 1
FROM second_version WHERE plan NOT IN ('own-sales', 'team');
INSERT INTO second_share VALUES ('own-sales', '2026-10-01', 'SELLER', 0.70), ('own-sales', '2026-10-01', 'MANAGER', 0.30);

INSERT INTO second_trait VALUES
    ('own-sales', '2026-10-01', 'channel', 'OWN'),
    ('dealer-handset', '2026-10-01', 'channel', 'DEALER'), ('dealer-handset', '2026-10-01', 'channel', 'CAMPUS'),
    ('dealer-handset', '2026-10-01', 'category', 'HANDSET'),
    ('dealer-accessory', '2026-10-01', 'channel', 'DEALER'), ('dealer-accessory', '2026-10-01', 'channel', 'CAMPUS'),
    ('dealer-accessory', '2026-10-01', 'category', 'ACCESSORY'),
    ('handset-unit', '2026-10-01', 'category', 'HANDSET'),
    ('technician', '2026-10-01', 'role', 'TECHNICIAN'),
    ('brand-hot', '2026-10-01', 'manufacturer', 'Huaguang'),
    ('brand-any', '2026-10-01', 'product-kind', 'GOODS'),
    ('housing', '2026-10-01', 'channel', 'DEALER'), ('rent', '2026-10-01', 'channel', 'DEALER'), ('rent', '2026-10-01', 'channel', 'CAMPUS'),
    ('campus', '2026-10-01', 'channel', 'CAMPUS'), ('campus', '2026-11-01', 'channel', 'CAMPUS'),
    ('accessory-seller', '2026-10-01', 'category', 'ACCESSORY'), ('accessory-seller', '2026-10-16', 'category', 'ACCESSORY'),
    ('accessory-seller', '2026-11-10', 'category', 'ACCESSORY'), ('accessory-seller', '2026-11-10', 'branch', 'B01');

UPDATE second_version SET prorated = 1 WHERE plan = 'housing';

INSERT INTO second_band VALUES
    ('dealer-handset', '2026-10-01', 0, 20000, 0.01), ('dealer-handset', '2026-10-01', 20000, 60000, 0.02),
    ('dealer-handset', '2026-10-01', 60000, 99999999999999, 0.0335),
    ('dealer-accessory', '2026-10-01', 0, 3000, 0.01), ('dealer-accessory', '2026-10-01', 3000, 6000, 0.0175),
    ('dealer-accessory', '2026-10-01', 6000, 99999999999999, 0.025),
    ('campus', '2026-11-01', 0, 60, 5), ('campus', '2026-11-01', 60, 99999999999999, 8.05);

INSERT INTO second_override VALUES ('team', 'own-sales'), ('team', 'handset-unit');
