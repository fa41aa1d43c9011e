-- Signatures of the commits of which receipts were given: kept, so that a repeated request gets the same receipt again.
create table commit_signatures(
  region     text    not null,
  position   bigint  not null, -- of the commit's last event
  public_key bytea   not null, -- of the key that signed, as SubjectPublicKeyInfo
  signature  bytea   not null, -- over the commit's hash
  primary key (region, position)
);
