-- What is kept of a melding, and nothing else: no number of a person, no free text, no birth date, no address.
create table signals(
  id                    blob    not null primary key check (length(id) = 16),
  region                text    not null, -- the log that holds it; `elders` where the territory is not hosted here
  position              integer not null,
  municipality          text    not null,
  subject               blob    not null check (length(subject) = 16),
  case_number           text    not null,
  duo_report_number     text,
  kind                  integer not null, -- regional.signalering.v1.VerzuimKind
  start_date            text    not null, -- yyyy-MM-dd, as all dates here
  end_date              text,
  missed_hours          integer,
  all_lessons_missed    integer,
  action_requested      integer,
  establishment         text,
  duty_ending           integer not null, -- regional.signalering.v1.DutyEnding
  regions_by_school     text    not null, -- one or two codes, with a space between; empty for who is enrolled nowhere
  regions_by_residence  text    not null, -- one or two codes, with a space between
  phase                 integer not null, -- regional.signalering.v1.Phase
  leerplicht_start_date text    not null,
  leerplicht_end_date   text    not null,
  adult_month           text    not null, -- yyyy-MM
  dropped_fields        text    not null, -- names, with spaces between
  recorded              integer not null  -- milliseconds since 1970 UTC
) without rowid;

-- A municipality lists its own, newest start date first.
-- Kind and region stand in it too, so that a filter on them reads no rows that it drops.
create index signals_by_start on signals(municipality, start_date desc, id desc, kind, region);

-- A municipality watches its own, in the order in which they were stored.
create index signals_by_position on signals(region, municipality, position);
