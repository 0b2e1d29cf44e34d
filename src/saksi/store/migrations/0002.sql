-- What many articles say together: derived by `saksi link`, and rebuilt by it; only judgements are people's.
CREATE TABLE copies (
    article_id VARCHAR PRIMARY KEY,     -- the article that copies
    copy_of VARCHAR NOT NULL,           -- the article it rests on; of one that is mostly a copy itself, the article behind it
    share DOUBLE NOT NULL,              -- how much of its words stand there too
    reason VARCHAR NOT NULL
);
CREATE TABLE story_events (
    story_id VARCHAR NOT NULL, event_id VARCHAR NOT NULL PRIMARY KEY,
    likeness DOUBLE,                    -- to the event that brought it into the story; null for the first
    reason VARCHAR NOT NULL
);
CREATE TABLE stories (
    id VARCHAR PRIMARY KEY, type VARCHAR NOT NULL, actors VARCHAR[] NOT NULL, recipients VARCHAR[] NOT NULL,
    actor_codes VARCHAR[] NOT NULL, recipient_codes VARCHAR[] NOT NULL, place VARCHAR,
    start_date DATE, end_date DATE, first_told DATE, last_told DATE,
    articles INTEGER NOT NULL, events INTEGER NOT NULL, outlets VARCHAR[] NOT NULL,
    witnesses_for VARCHAR[] NOT NULL, witnesses_against VARCHAR[] NOT NULL, standing VARCHAR NOT NULL,
    status VARCHAR NOT NULL, evidence VARCHAR NOT NULL, main_of INTEGER NOT NULL     -- articles that are mainly about it
);
CREATE TABLE article_stories (
    article_id VARCHAR PRIMARY KEY, story_id VARCHAR NOT NULL   -- the story of what an article is mainly about
);
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY, said TIMESTAMP NOT NULL, kind VARCHAR NOT NULL,
    events VARCHAR[] NOT NULL, others VARCHAR[] NOT NULL
);
