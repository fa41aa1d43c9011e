-- The pseudonyms: HMAC(purpose key, number) -> random id. No number is here, and without the key no number can be found.
create table subjects(
  purpose text not null,
  hmac    bytea not null check (length(hmac) = 32),
  subject bytea not null check (length(subject) = 16),
  primary key (purpose, hmac)
);
