-- The facts may be made anew beside those that are served: see cursors.
alter table spells rename to spells_of_one_generation;

create table spells(
  region        text    not null, -- of which the pupil is counted; one whose phase is not known is counted in two
  log           text    not null, -- which told it
  generation    integer not null, -- in which making of the facts of that log
  position      integer not null, -- of the event in that log: each event counts once
  subject       blob    not null check (length(subject) = 16),
  municipality  text    not null,
  verzuim_class integer not null, -- regional.signalering.v1.VerzuimClass
  age_band      integer not null, -- regional.signalering.v1.AgeBand, at the first day
  start_date    text    not null, -- yyyy-MM-dd
  end_date      text,             -- null while it lasts
  primary key (log, generation, position, region)
) without rowid;

insert into spells(region, log, generation, position, subject, municipality, verzuim_class, age_band, start_date, end_date)
select region, log, 1, position, subject, municipality, verzuim_class, age_band, start_date, end_date from spells_of_one_generation;
drop table spells_of_one_generation;

-- A pupil's spells in order of time, with all that the count reads.
create index spells_by_pupil on spells(region, subject, start_date, log, position, generation, end_date, municipality, verzuim_class, age_band);
