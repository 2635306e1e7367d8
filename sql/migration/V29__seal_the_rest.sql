-- The round of reconciling that an event of a break belongs to: a round's events are written together and sealed together.
ALTER TABLE break_event ADD recon_id BIGINT NOT NULL DEFAULT -1 COMMENT '0 for a person at the shell, -1 for what was written before rounds were noted';

-- Also how often a metric of the day was counted.
ALTER TABLE sealed_day MODIFY feed VARCHAR(64) NOT NULL;
