-- What people say of single events: the log keeps what they said, verdicts are where it leads.
ALTER TABLE judgements ADD COLUMN version INTEGER;                                    -- of the article whose event it is
ALTER TABLE judgements ADD COLUMN "trigger" STRUCT("start" INTEGER, "end" INTEGER);   -- by which another reading finds it
ALTER TABLE judgements ADD COLUMN deed VARCHAR;                                       -- JSON: what the person says was done
CREATE TABLE verdicts (
    article_id VARCHAR NOT NULL, version INTEGER NOT NULL, event_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,           -- right, wrong, corrected
    judgement INTEGER NOT NULL,         -- its number in the log
    as_read VARCHAR NOT NULL            -- JSON: what the program read, for the day on which the judgement is withdrawn
);
CREATE OR REPLACE VIEW events_flat AS
SELECT e.article_id, e.article_id || '#' || e.id AS event_id, e.type, e.mode, e.status, e.standing,
       e.actor_codes, e.recipient_codes, e.start_date, e.end_date, e.place, e.witnesses, e.evidence,
       e.actor_names AS actors, e.recipient_names AS recipients, e.deniers, e.country, e.latitude, e.longitude,
       e.contexts, e.trigger_words AS "trigger", a.outlet, a.day AS published, a.language, a.title, a.url, v.verdict
FROM events e JOIN articles a ON a.id = e.article_id AND a.version = e.version
LEFT JOIN verdicts v ON v.article_id = e.article_id AND v.version = e.version AND v.event_id = e.id
WHERE a.latest AND v.verdict IS DISTINCT FROM 'wrong';
CREATE OR REPLACE VIEW testimonies_flat AS
SELECT t.article_id, t.article_id || '#' || t.event_id AS event_id, t.stance, t.chain_names[-1] AS witness,
       t.chain_codes[-1] AS witness_code, t.chain_names AS chain, a.outlet, a.day AS published
FROM testimonies t JOIN articles a ON a.id = t.article_id AND a.version = t.version
LEFT JOIN verdicts v ON v.article_id = t.article_id AND v.version = t.version AND v.event_id = t.event_id
WHERE a.latest AND v.verdict IS DISTINCT FROM 'wrong';
