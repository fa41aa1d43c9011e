-- The facts may be made anew beside those that are served: see cursors.
alter table spells add column generation integer not null default 1; -- in which making of the facts of the log
alter table spells alter column generation drop default;
alter table spells drop constraint spells_pkey;
alter table spells add primary key (log, generation, position, region);

-- A pupil's spells in order of time, with all that the count reads.
drop index spells_by_pupil;
create index spells_by_pupil on spells(region, subject, start_date, log, position, generation, end_date, municipality, verzuim_class, age_band);
