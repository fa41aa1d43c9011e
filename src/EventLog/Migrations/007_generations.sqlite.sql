-- What a service makes of a log may be made anew: one cursor for each making, and one of them is served.
alter table cursors rename to cursors_of_one_generation;

create table cursors(
  source         text    not null, -- the service that is followed
  region         text    not null,
  generation     integer not null, -- from 1; a rebuild makes the next, and no number is given twice
  serving        integer not null check (serving in (0, 1)),
  removed        integer not null default 0 check (removed in (0, 1)), -- its facts are going, and nobody serves it any more
  epoch          integer not null default 0,
  position       integer not null default 0,
  hash_position  integer not null default 0, -- of the last commit that was read whole
  hash           blob    not null default x'', -- the chain's hash there
  complete_until integer,          -- milliseconds since 1970 UTC: all that was stored before has been applied
  complete_from  text,             -- yyyy-MM-dd: what was recorded before may have been erased since, and is not counted then
  stopped_at     integer,          -- position of the event that cannot be passed
  primary key (source, region, generation)
) without rowid;

insert into cursors(source, region, generation, serving, epoch, position, hash_position, hash, complete_from)
select source, region, 1, 1, epoch, position, hash_position, hash, complete_from from cursors_of_one_generation;
drop table cursors_of_one_generation;

create unique index cursors_served on cursors(source, region) where serving;

-- Which facts count.
create view served(source, log, generation) as select source, region, generation from cursors where serving;

-- Events that a follower could not understand and went past, because it only passes on what happens.
create table parked(
  source     text    not null,
  region     text    not null,
  position   integer not null,
  error_code text    not null,
  attempts   integer not null,
  primary key (source, region, position)
) without rowid;
