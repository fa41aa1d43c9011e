-- The facts that are counted: one row for each signal, and of the signal only what the tables ask for.
create table spells(
  region        text    not null, -- of which the pupil is counted; one whose phase is not known is counted in two
  log           text    not null, -- which told it
  position      integer not null, -- of the event in that log: each event counts once
  subject       blob    not null check (length(subject) = 16),
  municipality  text    not null,
  verzuim_class integer not null, -- regional.signalering.v1.VerzuimClass
  age_band      integer not null, -- regional.signalering.v1.AgeBand, at the first day
  start_date    text    not null, -- yyyy-MM-dd
  end_date      text,             -- null while it lasts
  primary key (log, position, region)
) without rowid;

-- A pupil's spells in order of time, with all that the count reads.
create index spells_by_pupil on spells(region, subject, start_date, log, position, end_date, municipality, verzuim_class, age_band);
