-- Notices that wait, or waited, for somebody's consent; each belongs to the event it tells of. What it would show is not here.
create table hold (
    id               bigint generated always as identity,
    events_partition int         not null, -- of the event
    events_offset    bigint      not null,
    role             text        not null,
    party            text        not null,
    person           text        not null, -- empty for the party itself
    view             text        not null,
    step             text        not null, -- that waits with it, else empty
    object_family    text        not null,
    object_key       text        not null,
    categories       text        not null, -- for which consent is missing, joined by blanks
    until            timestamptz not null,
    state            text        not null, -- HELD, RELEASED, EXPIRED, WITHDRAWN, REPLACED
    reason           text,
    case_id          text        not null,
    held_at          timestamptz not null,
    changed_at       timestamptz not null,
    primary key (events_partition, events_offset, role, party, person, view, step, object_family, object_key)
);
create index hold_held on hold (events_partition, events_offset) where state = 'HELD';

-- Who of the party sent an event, where it is known; of the hub the operator. Entries journaled before this stay without.
alter table journal add column person text;

-- Steps that expired with the consent they waited for stand on the desk until an operator says that they are done: state EXPIRED.
create index step_expired on step (id) where state = 'EXPIRED';
