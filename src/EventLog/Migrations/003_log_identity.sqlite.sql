-- One row: which life of the logs this is. The epoch was a column of each log; but a database is restored whole, and a log that is
-- opened afterwards must not begin in an epoch of before.
create table log_identity(
  epoch    integer not null, -- rises when the database was restored, as `regional log restored` says
  database text              -- as on PostgreSQL; nothing in a file tells it from its copy, so here it always says the same
);

insert into log_identity(epoch) select coalesce(max(epoch), 1) from logs;
alter table logs drop column epoch;
