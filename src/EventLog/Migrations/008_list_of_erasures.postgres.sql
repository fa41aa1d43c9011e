-- Hash of the last entry of the list of erasures that has been carried out in the log: of which list they are. Null where an earlier program did it.
alter table logs add column erasures_hash text;
