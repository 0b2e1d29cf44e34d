-- A POLECAT table (40 columns). Several values of a cell stand between semicolons, in one order in all cells of an end.
WITH people AS (
    SELECT x.article_id, string_agg(DISTINCT x.name, ';' ORDER BY x.name) FILTER (x.kind = 'person') AS persons,
           string_agg(DISTINCT x.name, ';' ORDER BY x.name) FILTER (x.kind IN ('organisation', 'group', 'outlet')) AS bodies
    FROM (SELECT DISTINCT article_id, version FROM deeds) d JOIN actors x USING (article_id, version) GROUP BY x.article_id
), locations AS (
    SELECT l.article_id, string_agg(DISTINCT l.name, ';' ORDER BY l.name) AS locations
    FROM (SELECT DISTINCT article_id, version FROM deeds) d JOIN places l USING (article_id, version)
    WHERE l.name <> '' GROUP BY l.article_id
)
SELECT clean(id) AS "Event ID",
       iso(coalesce(start_date, published)) AS "Event Date",
       plover_type AS "Event Type",
       plover_mode AS "Event Mode",
       intensity::VARCHAR AS "Intensity",
       quad AS "Quad Code",
       array_to_string(contexts, ';') AS "Contexts",
       names(d.actors) AS "Actor Name",
       codes(d.actors) AS "Actor Country",
       cows(d.actors) AS "Actor COW",
       firsts(d.actors) AS "Primary Actor Sector",
       alls(d.actors) AS "Actor Sectors",
       NULL::VARCHAR AS "Actor Title",
       names(d.actors) AS "Actor Name Raw",
       NULL::VARCHAR AS "Wikipedia Actor ID",
       names(d.recipients) AS "Recipient Name",
       codes(d.recipients) AS "Recipient Country",
       cows(d.recipients) AS "Recipient COW",
       firsts(d.recipients) AS "Primary Recipient Sector",
       alls(d.recipients) AS "Recipient Sectors",
       NULL::VARCHAR AS "Recipient Title",
       names(d.recipients) AS "Recipient Name Raw",
       NULL::VARCHAR AS "Wikipedia Recipient ID",
       clean(place) AS "Placename",
       CASE WHEN geonames IS NOT NULL AND NOT coalesce(whole_country, false) THEN clean(place) END AS "City",
       NULL::VARCHAR AS "District",
       clean(admin1) AS "Province",
       country AS "Country",
       latitude::VARCHAR AS "Latitude",
       longitude::VARCHAR AS "Longitude",
       geonames::VARCHAR AS "GeoNames ID",
       clean(place) AS "Raw Placename",
       NULL::VARCHAR AS "Feature Type",
       clean(outlet) AS "Source",
       iso(published) AS "Publication Date",
       clean(persons) AS "Story People",
       clean(bodies) AS "Story Organizations",
       clean(locations) AS "Story Locations",
       language AS "Language",
       $version AS "Version"
FROM deeds d LEFT JOIN people p USING (article_id) LEFT JOIN locations l USING (article_id)
WHERE $unreal OR real_deed(status)
ORDER BY pos
