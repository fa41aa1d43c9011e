-- The facts that are counted: one row for each signal, and of the signal only what the tables ask for.
create table spells(
  region        text    not null, -- of which the pupil is counted; one whose phase is not known is counted in two
  log           text    not null, -- which told it
  position      bigint  not null, -- of the event in that log: each event counts once
  subject       bytea   not null check (length(subject) = 16),
  municipality  text    not null,
  verzuim_class integer not null, -- regional.signalering.v1.VerzuimClass
  age_band      integer not null, -- regional.signalering.v1.AgeBand, at the first day
  start_date    date    not null, -- yyyy-MM-dd
  end_date      date,             -- null while it lasts
  primary key (log, position, region)
);

-- A pupil's spells in order of time, with all that the count reads.
create index spells_by_pupil on spells(region, subject, start_date, log, position, end_date, municipality, verzuim_class, age_band);
