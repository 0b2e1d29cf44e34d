-- The tables of a store, and the views that people ask. Rows of one version of an article are written together or not at all.
CREATE TABLE articles (
    id VARCHAR NOT NULL,            -- the record's id
    version INTEGER NOT NULL,       -- 1 for the text as first read, 2 for the first that differs
    latest BOOLEAN NOT NULL,
    url VARCHAR,
    title VARCHAR,
    outlet VARCHAR NOT NULL,        -- the outlet's name
    outlet_found VARCHAR,           -- as the input has it
    published VARCHAR,              -- ISO 8601, as the record has it
    day DATE,
    language VARCHAR NOT NULL,
    dateline VARCHAR,
    byline VARCHAR,
    credit VARCHAR,
    text VARCHAR NOT NULL,
    content VARCHAR NOT NULL,       -- hash of what was read; a new one is a new version
    furniture STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL,
    source VARCHAR NOT NULL,
    line INTEGER,
    read_by VARCHAR NOT NULL,       -- the version of Saksi that read it
    run INTEGER NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE TABLE actors (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, id VARCHAR NOT NULL,
    name VARCHAR NOT NULL, kind VARCHAR NOT NULL, code VARCHAR NOT NULL, sectors VARCHAR[] NOT NULL, wikidata VARCHAR,
    mentions STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL
);
CREATE TABLE places (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, id VARCHAR NOT NULL,
    name VARCHAR NOT NULL, country VARCHAR, admin1 VARCHAR, latitude DOUBLE, longitude DOUBLE, geonames INTEGER,
    mentions STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL
);
CREATE TABLE times (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, id VARCHAR NOT NULL,
    text VARCHAR NOT NULL, "start" VARCHAR NOT NULL, "end" VARCHAR NOT NULL, grain VARCHAR NOT NULL,
    mentions STRUCT("start" INTEGER, "end" INTEGER)[] NOT NULL
);
CREATE TABLE statements (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, id VARCHAR NOT NULL,
    speaker VARCHAR, chain VARCHAR[] NOT NULL, chain_names VARCHAR[] NOT NULL,
    cue STRUCT("start" INTEGER, "end" INTEGER), content STRUCT("start" INTEGER, "end" INTEGER) NOT NULL,
    direct BOOLEAN NOT NULL, stance_of_speaker VARCHAR NOT NULL, text VARCHAR NOT NULL
);
CREATE TABLE events (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, id VARCHAR NOT NULL,
    type VARCHAR NOT NULL, mode VARCHAR, contexts VARCHAR[] NOT NULL,
    trigger_words VARCHAR NOT NULL, trigger_span STRUCT("start" INTEGER, "end" INTEGER) NOT NULL,
    actors VARCHAR[] NOT NULL, actor_names VARCHAR[] NOT NULL, actor_codes VARCHAR[] NOT NULL,
    recipients VARCHAR[] NOT NULL, recipient_names VARCHAR[] NOT NULL, recipient_codes VARCHAR[] NOT NULL,
    status VARCHAR NOT NULL, standing VARCHAR NOT NULL,
    "when" VARCHAR, start_date DATE, end_date DATE,
    "where" VARCHAR, place VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE,
    witnesses VARCHAR[] NOT NULL, deniers VARCHAR[] NOT NULL,
    evidence VARCHAR NOT NULL, rule VARCHAR NOT NULL
);
CREATE TABLE testimonies (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, event_id VARCHAR NOT NULL, number INTEGER NOT NULL,
    stance VARCHAR NOT NULL, chain VARCHAR[] NOT NULL, chain_names VARCHAR[] NOT NULL, chain_codes VARCHAR[] NOT NULL,
    statement VARCHAR, cue STRUCT("start" INTEGER, "end" INTEGER)
);
CREATE TABLE skipped (
    source VARCHAR NOT NULL, line INTEGER, reason VARCHAR NOT NULL,
    article_id VARCHAR, content VARCHAR, read_by VARCHAR NOT NULL, run INTEGER NOT NULL
);
CREATE TABLE fetched (
    url VARCHAR PRIMARY KEY, etag VARCHAR NOT NULL, modified VARCHAR NOT NULL   -- of the last answer, for the next question
);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TIMESTAMP NOT NULL, finished TIMESTAMP, command VARCHAR NOT NULL,
    read_by VARCHAR NOT NULL, articles INTEGER NOT NULL DEFAULT 0, known INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0
);

CREATE VIEW events_flat AS
SELECT e.article_id, e.article_id || '#' || e.id AS event_id, e.type, e.mode, e.status, e.standing,
       e.actor_codes, e.recipient_codes, e.start_date, e.end_date, e.place, e.witnesses, e.evidence,
       e.actor_names AS actors, e.recipient_names AS recipients, e.deniers, e.country, e.latitude, e.longitude,
       e.contexts, e.trigger_words AS "trigger", a.outlet, a.day AS published, a.language, a.title, a.url
FROM events e JOIN articles a ON a.id = e.article_id AND a.version = e.version
WHERE a.latest;
CREATE VIEW testimonies_flat AS
SELECT t.article_id, t.article_id || '#' || t.event_id AS event_id, t.stance, t.chain_names[-1] AS witness,
       t.chain_codes[-1] AS witness_code, t.chain_names AS chain, a.outlet, a.day AS published
FROM testimonies t JOIN articles a ON a.id = t.article_id AND a.version = t.version
WHERE a.latest;
