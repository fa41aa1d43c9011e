-- One head row per log. An append takes its numbers from it under the write lock, so positions are gapless and their
-- order is the order of commits: a reader that has seen n has seen everything up to n.
create table logs(
  region   text    not null primary key,
  epoch    integer not null default 1,
  position bigint  not null default 0,
  hash     bytea   not null default '\x0000000000000000000000000000000000000000000000000000000000000000' -- of the last commit
);

-- The chain: each commit is bound to all before it.
create table commits(
  region   text    not null,
  position bigint  not null, -- of its last event
  blank    bytea   not null check (length(blank) = 16), -- fills the empty branches of its tree
  root     bytea   not null check (length(root) = 32),  -- Merkle root over the hashes of its events
  hash     bytea   not null check (length(hash) = 32),  -- over the hash of the commit before it, and the root
  primary key (region, position)
);

create table events(
  region   text    not null,
  position bigint  not null,
  type     text    not null,
  recorded bigint  not null, -- milliseconds since 1970 UTC
  subject  bytea   check (length(subject) = 16), -- these three are null when the event has been erased
  file     bytea   check (length(file) = 16),    -- the case or file whose key seals the body
  body     bytea,
  erased   bytea   check (length(erased) = 32),  -- then the hash of what they were
  hash     bytea   not null check (length(hash) = 32), -- over all of these; it stays, so that the chain still verifies
  primary key (region, position)
);

-- The key of each case or file, wrapped. Erasing is destroying the row.
create table file_keys(
  file    bytea not null primary key check (length(file) = 16),
  wrapped bytea not null
);

-- What a caller has asked before. The digest is keyed: a bare hash of a payload would let anyone try out person numbers.
create table request_keys(
  caller     text    not null, -- oin/role/unit
  request_id bytea   not null check (length(request_id) = 16),
  digest     bytea   check (length(digest) = 32), -- null, like the answer, when the case was erased
  region     text    not null, -- the log that it went to, and the position of its first event there
  position   bigint  not null,
  recorded   bigint  not null, -- milliseconds since 1970 UTC; kept for at least 400 days
  answer     bytea  ,
  primary key (caller, request_id)
);
