-- States of a delivery besides those of before: PARKED (waits behind a dead one of its case) and DISCARDED (a dead one that an operator
-- gave up). A notice that was put back in its turn is WAITING again.
alter table delivery
    add column event_type text, -- of the event it tells of
    add column cause      text, -- its failure without all that differs from one failure to the next
    add column lane_case  text; -- under which case it lies on its lane, whatever became of that case since
create index delivery_parked on delivery (party, lane_case) where state = 'PARKED';
create index delivery_discarded on delivery (id) where state = 'DISCARDED';

-- The operator's command that an entry follows from.
alter table journal
    add column command text,
    add column parts   int; -- of a command when it is given: by how many partitions of the lane it is carried out
create index journal_by_command on journal (command) where command is not null;

-- What lies on estafette.invalid, unreadable records included. Of those that could be read table event knows more.
create table set_aside (
    id        bigint generated always as identity,
    place     text   primary key, -- partition and offset on estafette.events, with a dash between
    at_offset bigint not null,    -- on estafette.invalid
    code      text   not null,
    detail    text,
    headers   jsonb  not null
);
create index set_aside_in_order on set_aside (id);

-- What operators chose, frozen. No topic tells it, so it is no part of the read model and stands beside it: a rebuild leaves it. Where it is
-- lost a new dry run makes a new one.
create schema if not exists estafette_desk;
create table if not exists estafette_desk.selection (
    selection_id text        primary key,
    made_at      timestamptz not null,
    operator     text        not null,
    ordered      text,       -- what was told to be done with it, once and for all
    given_at     timestamptz -- since when that is durable
);
create table if not exists estafette_desk.selection_notice (
    selection_id text   not null,
    number       int    not null, -- in the order of choice
    notice_id    text   not null,
    party        text   not null,
    lane_case    text   not null,
    primary key (selection_id, number)
);
