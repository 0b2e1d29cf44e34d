-- The deeds that are exported, from one place in their order to another, with all that formats ask of them.
-- `chosen` says which; `countries`, `cameo` and `planned` are what others call states and types.
CREATE OR REPLACE TEMP TABLE deeds AS
WITH part AS (
    SELECT * FROM chosen WHERE pos BETWEEN $first AND $last
), told AS (
    SELECT p.*, e.version, e.id AS number, e.contexts, e.trigger_words AS "trigger", e.trigger_span."start" AS trigger_start,
           e.evidence, e.actors AS actor_ids, e.recipients AS recipient_ids, e."where", e.place, e.country, e.latitude,
           e.longitude, e.witnesses, e.deniers, a.outlet, a.day AS published, a.language, a.title, a.url
    FROM part p
    JOIN events e ON e.article_id = p.article_id AND e.article_id || '#' || e.id = p.event_id
    JOIN articles a ON a.latest AND a.id = e.article_id AND a.version = e.version
), ends AS (
    SELECT pos, article_id, version, true AS acts, unnest(actor_ids) AS id, generate_subscripts(actor_ids, 1) AS turn
    FROM told
    UNION ALL
    SELECT pos, article_id, version, false, unnest(recipient_ids), generate_subscripts(recipient_ids, 1) FROM told
), parties AS (
    SELECT n.pos, n.acts, list_sort(list({
        'turn': n.turn, 'name': x.name, 'code': nullif(x.code, '---'), 'kind': x.kind, 'sectors': x.sectors, 'wikidata': x.wikidata,
        'country': c.name, 'cow': c.cow, 'fips': c.fips
    })) AS found
    FROM ends n
    JOIN actors x ON x.article_id = n.article_id AND x.version = n.version AND x.id = n.id
    LEFT JOIN countries c ON c.code = x.code
    GROUP BY n.pos, n.acts
), chains AS (
    SELECT t.pos, list_sort(list({'turn': y.number, 'stance': y.stance, 'chain': y.chain_names})) AS found
    FROM told t JOIN testimonies y ON y.article_id = t.article_id AND y.version = t.version AND y.event_id = t.number
    GROUP BY t.pos
)
SELECT t.* EXCLUDE (actor_ids, recipient_ids), coalesce(a.found, []) AS actors, coalesce(r.found, []) AS recipients,
       coalesce(h.found, []) AS testimony, l.admin1, l.geonames, s.name AS country_name, s.fips AS country_fips,
       s.name = t.place AS whole_country, m.story_id IS NOT NULL AS main,
       k.plover_type, k.plover_mode, k.intensity, k.quad, k.quad_class, k.cameo, k.label,
       k.goldstein, ('0x' || left(md5(t.id), 13))::BIGINT AS whole_number
FROM told t
LEFT JOIN parties a ON a.pos = t.pos AND a.acts
LEFT JOIN parties r ON r.pos = t.pos AND NOT r.acts
LEFT JOIN chains h ON h.pos = t.pos
LEFT JOIN places l ON l.article_id = t.article_id AND l.version = t.version AND l.id = t."where"
LEFT JOIN countries s ON s.code = t.country
LEFT JOIN article_stories m ON m.article_id = t.article_id AND m.story_id = t.story_id
LEFT JOIN planned n ON n.type = t.type AND t.status = 'planned'
JOIN cameo k ON k.type = coalesce(n.counts_as, t.type)
            AND k.mode = CASE WHEN n.type IS NULL THEN coalesce(t.mode, '') ELSE '' END;
