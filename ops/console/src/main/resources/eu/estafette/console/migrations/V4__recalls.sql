-- Notices that a decision asked back, and the place of that decision in the journal.
alter table delivery
    add column recalled_partition int,
    add column recalled_offset    bigint;

-- Ids of the notices that an entry asked back, joined by blanks.
alter table journal
    add column recalled text;

-- What was asked back and did not arrive is not shown to its receiver any more, whether it is caught already or still to be.
create view withdrawn_notice as
select d.notice_id
from delivery d
where d.state = 'WITHDRAWN' or d.recalled_offset is not null and d.state <> 'DELIVERED';
