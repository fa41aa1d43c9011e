-- Which version of the wrapping key a file's key lies under: file-keys is 1, file-keys.2 is 2.
alter table file_keys add column wrapping integer not null default 1;
