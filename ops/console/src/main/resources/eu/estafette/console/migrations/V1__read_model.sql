-- The read model: what the topics say, arranged for questions. Nothing here is the truth; to rebuild it, truncate every table of this
-- schema but flyway_schema_history, and the projector reads the topics from their beginning again.

-- Where the projector goes on; written in the transaction of the rows, so that a record counts once.
create table position (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Records that could not be shown; they stay on their topic.
create table skipped (
    topic       text        not null,
    partition   int         not null,
    at_offset   bigint      not null,
    skipped_at  timestamptz not null,
    failure     text        not null,
    primary key (topic, partition, at_offset)
);

-- Up to where each partition of estafette.events has been decided.
create table decided (
    events_partition int primary key,
    next_offset      bigint not null
);

-- One row for each accepted event that the router consumed, with its state after the last decision on it.
create table event (
    id               bigint generated always as identity,
    events_partition int         not null,
    events_offset    bigint      not null,
    event_id         text        not null,
    source           text        not null,
    party            text        not null,
    type             text        not null,
    business_key     text        not null,
    action           text        not null,
    version          int         not null,
    state            text        not null,
    reason           text,
    detail           text,
    until            timestamptz,
    case_id          text,
    case_ref         text,
    accepted_at      timestamptz not null,
    decided_at       timestamptz not null,
    primary key (events_partition, events_offset)
);
create index event_by_id on event (event_id, party);
create index event_by_business_key on event (business_key, party);
create index event_by_case on event (case_id, party);
create index event_by_time on event (accepted_at, state);
create index event_by_party on event (party, accepted_at);
create index event_held on event (id) where state = 'HELD';
create index event_invalid on event (id) where state = 'INVALID';

-- Notices as sent. body is the record's value as it stood on the topic, its sealed part included.
create table notice (
    notice_id         text        primary key,
    notices_partition int         not null,
    notices_offset    bigint      not null,
    case_id           text        not null,
    case_ref          text        not null,
    party             text        not null,
    purpose           text        not null,
    created_at        timestamptz not null,
    body              bytea       not null
);
create index notice_by_party on notice (party, notices_partition, notices_offset);
create index notice_by_case on notice (case_id, party);

-- What became of each notice that was decided; written from the journal, so it may be there before its notice and the reverse.
create table delivery (
    id                bigint generated always as identity,
    notice_id         text        primary key,
    journal_partition int,        -- of the decision that sent it
    journal_offset    bigint,
    case_id           text,
    case_ref          text,
    party             text        not null,
    person            text,
    role              text        not null,
    purpose           text        not null,
    view              text        not null,
    step              text,
    due               date,
    rule              text,
    state             text        not null, -- WAITING, DELIVERED, DEAD
    attempts          int         not null,
    status            int,
    reason            text,
    detail            text,
    since             timestamptz not null  -- of the state
);
create index delivery_of_decision on delivery (journal_partition, journal_offset);
create index delivery_by_case on delivery (case_id);
create index delivery_waiting on delivery (party, since) where state = 'WAITING';
create index delivery_dead on delivery (id) where state = 'DEAD';

-- Steps; scope is the object of the step's identity, empty for a step of the whole case.
create table step (
    id            bigint generated always as identity,
    case_id       text        not null,
    code          text        not null,
    scope         text        not null,
    case_ref      text        not null,
    object_family text        not null,
    object_key    text        not null,
    owner         text        not null,
    party         text        not null,
    person        text,
    due           date,
    opened_on     date        not null,
    notice_id     text,       -- of the notice that offers it now; absent while it is with the operators
    last_change   text        not null,
    state         text        not null, -- OPEN, TAKEN, CLOSED
    changed_at    timestamptz not null,
    primary key (case_id, code, scope)
);
create index step_by_notice on step (notice_id);
create index step_open on step (id) where state <> 'CLOSED';
create index step_open_with_party on step (party) where state <> 'CLOSED';

-- The journal, entry by entry, for the trace.
create table journal (
    journal_partition int         not null,
    journal_offset    bigint      not null,
    kind              text        not null,
    at                timestamptz not null,
    party             text        not null,
    case_id           text,
    case_ref          text,
    events_partition  int,
    events_offset     bigint,
    notice_id         text,       -- of the one notice that a delivery entry or an answer is about
    state             text,
    reason            text,
    detail            text,
    rules             text,       -- joined by blanks
    steps             jsonb,
    attempt           int,
    status            int,
    dropped_fields    text,       -- joined by blanks
    primary key (journal_partition, journal_offset)
);
create index journal_by_case on journal (case_id);
create index journal_by_event on journal (events_partition, events_offset);
create index journal_by_notice on journal (notice_id);
create index journal_refused_at_door on journal (at) where kind = 'REFUSED_AT_DOOR';

-- Every name that partners may use for a case.
create table case_ref (
    case_ref text primary key,
    case_id  text not null
);

-- From the case store: who holds which role, and what is open.
create table case_head (
    subject_key text  primary key,
    case_id     text  not null,
    ruleset     text  not null,
    resting     text  not null,
    coaching    text  not null,
    roles       jsonb not null
);
create index case_head_by_case on case_head (case_id);

create table case_object (
    entry_key   text    primary key,
    subject_key text    not null,
    family      text    not null,
    open        boolean not null
);
create index case_object_open on case_object (subject_key) where open;

-- Notices that ask something and whose decision the journal has not told of yet.
create table undecided_notice (
    notice_id text primary key,
    party     text not null
);
create index undecided_notice_by_party on undecided_notice (party);

-- Notices whose step is open with their party. Until the journal has told of a notice's decision, its step is taken to be open, as it was
-- when the notice was sent.
create view open_notice as
select s.party, s.notice_id
from step s
where s.state <> 'CLOSED' and s.notice_id is not null
union all
select u.party, u.notice_id
from undecided_notice u
where not exists (select from step s where s.notice_id = u.notice_id);
