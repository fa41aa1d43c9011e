-- One row: which life of the logs this is. The epoch was a column of each log; but a database is restored whole, and a log that is
-- opened afterwards must not begin in an epoch of before.
create table log_identity(
  epoch    integer not null, -- rises when the database was restored, copied or failed over
  database text              -- which database this was when the service last started; null before the first start
);

insert into log_identity(epoch) select coalesce(max(epoch), 1) from logs;
alter table logs drop column epoch;
