-- For each key that the data rest on, a proof that tells it from another. A key that was lost would otherwise be made anew in silence, and every child
-- would get a second id.
create table key_proofs(
  name  text not null primary key,
  proof bytea not null check (length(proof) = 32) -- HMAC-SHA256 of the name under the key
);
