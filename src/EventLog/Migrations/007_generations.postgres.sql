-- What a service makes of a log may be made anew: one cursor for each making, and one of them is served.
alter table cursors rename to cursors_of_one_generation;

create table cursors(
  source         text    not null, -- the service that is followed
  region         text    not null,
  generation     integer not null, -- from 1; a rebuild makes the next, and no number is given twice
  serving        boolean not null,
  removed        boolean not null default false, -- its facts are going, and nobody serves it any more
  epoch          integer not null default 0,
  position       bigint  not null default 0,
  hash_position  bigint  not null default 0, -- of the last commit that was read whole
  hash           bytea   not null default '\x', -- the chain's hash there
  complete_until bigint,           -- milliseconds since 1970 UTC: all that was stored before has been applied
  complete_from  date,             -- what was recorded before this day may have been erased since, and is not counted then
  stopped_at     bigint,           -- position of the event that cannot be passed
  constraint cursors_of_generations primary key (source, region, generation)
);

insert into cursors(source, region, generation, serving, epoch, position, hash_position, hash, complete_from)
select source, region, 1, true, epoch, position, hash_position, hash, complete_from from cursors_of_one_generation;
drop table cursors_of_one_generation;

create unique index cursors_served on cursors(source, region) where serving;

-- Which facts count.
create view served(source, log, generation) as select source, region, generation from cursors where serving;

-- Events that a follower could not understand and went past, because it only passes on what happens.
create table parked(
  source     text    not null,
  region     text    not null,
  position   bigint  not null,
  error_code text    not null,
  attempts   integer not null,
  primary key (source, region, position)
);
