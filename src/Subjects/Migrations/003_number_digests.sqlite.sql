-- The forms in which the numbers of a purpose are digested. A purpose that stands here not at all has one: form 1, under the key of its own name.
-- The highest form is that of newcomers; a row of a lower one is rewritten when its number is seen again.
create table number_digests(
  purpose text    not null,
  form    integer not null,
  keys    text    not null, -- names of keys, with spaces between: HMAC of the number under the first, of that under the next, and so on
  primary key (purpose, form)
) without rowid;

alter table subjects add column form integer not null default 1;
