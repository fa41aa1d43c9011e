-- One head row per log. An append takes its numbers from it under the write lock, so positions are gapless and their
-- order is the order of commits: a reader that has seen n has seen everything up to n.
create table logs(
  region   text    not null primary key,
  epoch    integer not null default 1,
  position integer not null default 0
) without rowid;

create table events(
  region   text    not null,
  position integer not null,
  type     text    not null,
  subject  blob    not null check (length(subject) = 16),
  recorded integer not null, -- milliseconds since 1970 UTC
  body     blob    not null,
  primary key (region, position)
) without rowid;

-- What a caller has asked before. The digest is keyed: a bare hash of a payload would let anyone try out person numbers.
create table request_keys(
  caller     text    not null, -- oin/role/unit
  request_id blob    not null check (length(request_id) = 16),
  digest     blob    not null check (length(digest) = 32),
  recorded   integer not null, -- milliseconds since 1970 UTC; kept for at least 400 days
  answer     blob    not null,
  primary key (caller, request_id)
) without rowid;
