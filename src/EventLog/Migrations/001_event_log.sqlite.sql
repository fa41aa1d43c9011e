-- One head row per log. An append takes its numbers from it under the write lock, so positions are gapless and their
-- order is the order of commits: a reader that has seen n has seen everything up to n.
create table logs(
  region   text    not null primary key,
  epoch    integer not null default 1,
  position integer not null default 0,
  hash     blob    not null default (zeroblob(32)) -- of the last commit
) without rowid;

-- The chain: each commit is bound to all before it.
create table commits(
  region   text    not null,
  position integer not null, -- of its last event
  blank    blob    not null check (length(blank) = 16), -- fills the empty branches of its tree
  root     blob    not null check (length(root) = 32),  -- Merkle root over the hashes of its events
  hash     blob    not null check (length(hash) = 32),  -- over the hash of the commit before it, and the root
  primary key (region, position)
) without rowid;

create table events(
  region   text    not null,
  position integer not null,
  type     text    not null,
  recorded integer not null, -- milliseconds since 1970 UTC
  subject  blob    check (length(subject) = 16), -- these three are null when the event has been erased
  file     blob    check (length(file) = 16),    -- the case or file whose key seals the body
  body     blob,
  erased   blob    check (length(erased) = 32),  -- then the hash of what they were
  hash     blob    not null check (length(hash) = 32), -- over all of these; it stays, so that the chain still verifies
  primary key (region, position)
) without rowid;

-- The key of each case or file, wrapped. Erasing is destroying the row.
create table file_keys(
  file    blob not null primary key check (length(file) = 16),
  wrapped blob not null
) without rowid;

-- What a caller has asked before. The digest is keyed: a bare hash of a payload would let anyone try out person numbers.
create table request_keys(
  caller     text    not null, -- oin/role/unit
  request_id blob    not null check (length(request_id) = 16),
  digest     blob    check (length(digest) = 32), -- null, like the answer, when the case was erased
  region     text    not null, -- the log that it went to, and the position of its first event there
  position   integer not null,
  recorded   integer not null, -- milliseconds since 1970 UTC; kept for at least 400 days
  answer     blob   ,
  primary key (caller, request_id)
) without rowid;
