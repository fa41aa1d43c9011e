-- The pseudonyms: HMAC(purpose key, number) -> random id. No number is here, and without the key no number can be found.
create table subjects(
  purpose text not null,
  hmac    blob not null check (length(hmac) = 32),
  subject blob not null check (length(subject) = 16),
  primary key (purpose, hmac)
) without rowid;
