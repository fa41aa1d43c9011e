-- Copies of the regions' files, written anew at every start.
create table schools(
  region       text    not null,
  row          integer not null, -- in the order of the file
  name         text    not null,
  kind         text    not null, -- bo, sbo, so, so-vso, vso, vo, pro, isk
  pupils       integer not null,
  counted_on   date,             -- yyyy-MM-dd; null where the source states no whole date
  counted_text text,             -- what the source prints instead
  source       text    not null,
  note         text    not null,
  primary key (region, row)
);

create table resident_pupils(
  region       text    not null,
  school_year  text    not null, -- 2024-2025
  municipality text    not null,
  pupils       integer not null,
  made_up      boolean not null,
  primary key (region, school_year, municipality)
);
