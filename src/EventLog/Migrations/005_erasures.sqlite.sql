-- How many entries of the list of erasures have been carried out in the log. A restored database has carried out fewer than the list holds, and catches up
-- before it serves.
alter table logs add column erasures integer not null default 0;

-- Of a followed log: what was recorded before this day may have been erased since, and is not counted then. Null where nothing was.
alter table cursors add column complete_from text; -- yyyy-MM-dd
