-- What staff ask who registers for an event, and what they are answered.
create table event_question (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    position integer not null,
    kind text not null,                 -- domain::question::AnswerKind
    needed integer not null,              -- 1: nobody registers without an answer
    asked integer not null,               -- 0: asked no longer, kept for its answers
    texts text not null,                -- JSON, by language
    choices text not null               -- JSON, a list of texts by language
) strict;
create index event_question_by_entry on event_question (entry_id, position, id);

create table registration_answer (
    registration_id integer not null references registration (id) on delete cascade,
    question_id integer not null references event_question (id) on delete cascade,
    answer text not null,               -- empty where there is none
    primary key (registration_id, question_id)
) strict;
create index registration_answer_by_question on registration_answer (question_id);
