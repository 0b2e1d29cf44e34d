-- A GDELT 2.0 mentions table (16 columns, no header): each article that tells the deed. What Saksi does not know stays empty.
WITH told AS (
    SELECT d.pos, d.whole_number, coalesce(d.start_date, d.published) AS done, coalesce(s.event_id, d.event_id) AS event_id
    FROM deeds d LEFT JOIN story_events s ON s.story_id = d.id
    WHERE $unreal OR real_deed(d.status)
)
SELECT t.whole_number::VARCHAR AS "GLOBALEVENTID",
       moment(t.done) AS "EventTimeDate",
       moment(a.day) AS "MentionTimeDate",
       CASE WHEN a.url IS NULL THEN '2' ELSE '1' END AS "MentionType",
       clean(a.outlet) AS "MentionSourceName",
       clean(coalesce(a.url, a.id)) AS "MentionIdentifier",
       NULL::VARCHAR AS "SentenceID",
       '-1' AS "Actor1CharOffset",
       '-1' AS "Actor2CharOffset",
       e.trigger_span."start"::VARCHAR AS "ActionCharOffset",
       '1' AS "InRawText",
       NULL::VARCHAR AS "Confidence",
       NULL::VARCHAR AS "MentionDocLen",
       NULL::VARCHAR AS "MentionDocTone",
       CASE WHEN a.language <> 'en' THEN 'srclc:' || a.language || ';eng:Saksi' END AS "MentionDocTranslationInfo",
       NULL::VARCHAR AS "Extras"
FROM told t
JOIN events e ON e.article_id || '#' || e.id = t.event_id
JOIN articles a ON a.latest AND a.id = e.article_id AND a.version = e.version
ORDER BY t.pos, a.day, t.event_id
