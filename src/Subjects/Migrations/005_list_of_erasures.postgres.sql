-- Hash of the last entry of the list of erasures that has been carried out: of which list they are. Null where an earlier program did it.
alter table erasures add column hash text;
