-- Three accounts with no more rights than each needs. Change the passwords, the hosts and, where yours is called otherwise, the name of the
-- database; run it as an administrator, once the migrator has made the tables, and again after each update.
--
--   dayclose_migrator   makes and changes tables:   SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD, SPRING_FLYWAY_URL
--   dayclose            the program:                SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD
--   dayclose_reader     people with a query tool
--
-- The program adds to facts, to the ledger and to the histories of what was done, and can neither change nor delete a row of them.

CREATE USER IF NOT EXISTS 'dayclose_migrator'@'%' IDENTIFIED BY 'change-me-1';
CREATE USER IF NOT EXISTS 'dayclose'@'%' IDENTIFIED BY 'change-me-2';
CREATE USER IF NOT EXISTS 'dayclose_reader'@'%' IDENTIFIED BY 'change-me-3';

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW, CREATE TEMPORARY TABLES ON dayclose.* TO 'dayclose_migrator'@'%';
GRANT SELECT, SHOW VIEW ON dayclose.* TO 'dayclose_reader'@'%';
GRANT SELECT, INSERT, SHOW VIEW, CREATE TEMPORARY TABLES ON dayclose.* TO 'dayclose'@'%';

-- Facts, the ledger and histories are not named below: there the program only adds.
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_EXECUTION TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_EXECUTION_CONTEXT TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_EXECUTION_PARAMS TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_EXECUTION_SEQ TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_INSTANCE TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_JOB_INSTANCE_SEQ TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_STEP_EXECUTION TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_STEP_EXECUTION_CONTEXT TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.BATCH_STEP_EXECUTION_SEQ TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.account_month TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.backfill TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.bank_leg TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.bonus_figure TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.bonus_plan_month TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.bonus_reading TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.bonus_sheet TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.break_event TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.break_item TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.business_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.carrier_statement TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.closed_cycle TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.closed_plan TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.commission_round TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.confirmed_shipment TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.consigned_sale TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.counted_card TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.counted_card_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.counted_master TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.counted_metric_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.decision TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.discount_share TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.discounted_document TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.dismissed_pair TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.due_group TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.explained_step TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.fact_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.feed_source TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.job_run TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.lease TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.line_stage TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.measure TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.measure_change TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.measure_total TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.measured_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.metric_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.noted_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.noted_sale TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.outbox TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.outbox_mail TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.outlet_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.owed_report TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.placed_receipt TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.plan_in_force TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.product_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.receivable TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.recon_due TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.recon_run TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.recon_total TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.reported_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.rollforward TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.schedule_hold TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.seal TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.sealed_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.seller_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.settlement TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.settlement_part TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.statement_line TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_asked TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_cell TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_due TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_variance TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stock_window TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.stocked_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.summed_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.suspense TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.target_day TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.target_finding TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.unaccepted_sale TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.uncredited TO 'dayclose'@'%';
GRANT UPDATE, DELETE ON dayclose.voucher TO 'dayclose'@'%';
