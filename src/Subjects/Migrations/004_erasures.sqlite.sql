-- How many entries of the list of erasures have been carried out here: one row.
create table erasures(entries bigint not null);
insert into erasures(entries) values (0);
