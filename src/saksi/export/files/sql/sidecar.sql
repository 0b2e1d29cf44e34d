-- What tables of other data sets have no column for, under their own ids.
SELECT to_json({
    'id': CASE WHEN $whole THEN whole_number::VARCHAR ELSE id END, 'story': story_id, 'event': event_id, 'type': type,
    'mode': mode, 'status': status, 'standing': standing, 'start_date': start_date, 'end_date': end_date,
    'actors': [{'name': x.name, 'code': x.code, 'sectors': x.sectors} FOR x IN actors],
    'recipients': [{'name': x.name, 'code': x.code, 'sectors': x.sectors} FOR x IN recipients],
    'testimony': [{'stance': x.stance, 'chain': x.chain} FOR x IN testimony], 'trigger': "trigger", 'evidence': evidence, 'outlets': outlets, 'article': article_id,
    'url': url, 'verdict': verdict
})::VARCHAR AS line
FROM deeds WHERE $unreal OR real_deed(status) ORDER BY pos
