-- An ICEWS table (20 columns). A row has one party at each end; a meeting's second party stands at the other.
SELECT whole_number::VARCHAR AS "Event ID",
       iso(coalesce(start_date, published)) AS "Event Date",
       clean(one.name) AS "Source Name",
       array_to_string(once([icews_sector(s) FOR s IN one.sectors IF icews_sector(s) <> '']), ',') AS "Source Sectors",
       one.country AS "Source Country",
       label AS "Event Text",
       cameo AS "CAMEO Code",
       goldstein::VARCHAR AS "Intensity",
       clean(other.name) AS "Target Name",
       array_to_string(once([icews_sector(s) FOR s IN other.sectors IF icews_sector(s) <> '']), ',') AS "Target Sectors",
       other.country AS "Target Country",
       ('0x' || left(md5(coalesce(story_id, id)), 13))::BIGINT::VARCHAR AS "Story ID",
       NULL::VARCHAR AS "Sentence Number",
       clean(outlet) AS "Publisher",
       CASE WHEN NOT coalesce(whole_country, false) THEN clean(place) END AS "City",
       NULL::VARCHAR AS "District",
       clean(admin1) AS "Province",
       country_name AS "Country",
       latitude::VARCHAR AS "Latitude",
       longitude::VARCHAR AS "Longitude"
FROM (SELECT *, actors[1] AS one, coalesce(recipients[1], actors[2]) AS other FROM deeds)
WHERE $unreal OR real_deed(status)
ORDER BY pos
