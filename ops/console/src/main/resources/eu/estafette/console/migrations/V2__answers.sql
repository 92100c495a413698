-- What a party answered to a notice; entries journaled before this stay without.
alter table journal
    add column answer        text, -- its outcome
    add column answer_reason text; -- the code of the reason
