-- Each figure with its metric's decimals.
SELECT business_date AS date, metric, scope_kind, scope_code, REPLACE(FORMAT(target, decimals), ',', '') AS target,
       REPLACE(FORMAT(actual, decimals), ',', '') AS actual, REPLACE(FORMAT(mtd_target, decimals), ',', '') AS mtd_target,
       REPLACE(FORMAT(mtd_actual, decimals), ',', '') AS mtd_actual, REPLACE(FORMAT(needed_per_day, decimals), ',', '') AS needed_per_day,
       REPLACE(FORMAT(forecast, decimals), ',', '') AS forecast
FROM target_day WHERE business_date BETWEEN :from AND :to
ORDER BY business_date, metric, FIELD(scope_kind, 'COMPANY', 'BRANCH', 'OUTLET', 'DEALER', 'PERSON'), scope_code
