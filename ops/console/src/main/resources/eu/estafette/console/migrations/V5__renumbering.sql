-- Cases that are part of another one since their persons turned out to be the same. Rows are kept under the other's id from then on.
create table case_merged (
    gone text primary key,
    kept text not null
);

-- Which partition of the journal told the present state: what is told of a case after it moved stands in another one, and entries of two
-- partitions are read in any order.
alter table event add column journal_partition int;
alter table step add column journal_partition int;

-- How many events the case has had: of a case that moves two heads can be seen for a moment.
alter table case_head add column events bigint not null default 0;
