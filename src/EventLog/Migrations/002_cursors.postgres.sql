-- How far this service has read another's log: moved in the transaction of the effect, so that an effect happens once.
create table cursors(
  source   text    not null, -- the service that is followed
  region   text    not null,
  epoch    integer not null,
  position bigint  not null,
  hash_position bigint not null, -- of the last commit that was read whole
  hash     bytea   not null, -- the chain's hash there
  primary key (source, region)
);
