-- What the tables of other data sets have in common. Tab-separated files know no quotes: what would break a line is put otherwise.
CREATE OR REPLACE TEMP MACRO clean(words) AS translate(words, chr(9) || chr(10) || chr(13) || '"', '   ''');
CREATE OR REPLACE TEMP MACRO names(parties) AS clean(array_to_string([x.name FOR x IN parties], ';'));
CREATE OR REPLACE TEMP MACRO codes(parties) AS array_to_string([coalesce(x.code, '') FOR x IN parties], ';');
CREATE OR REPLACE TEMP MACRO cows(parties) AS array_to_string([coalesce(x.cow, '') FOR x IN parties], ';');
CREATE OR REPLACE TEMP MACRO firsts(parties) AS array_to_string([coalesce(x.sectors[1], '') FOR x IN parties], ';');
CREATE OR REPLACE TEMP MACRO alls(parties) AS array_to_string([array_to_string(x.sectors, ' ') FOR x IN parties], ';');
CREATE OR REPLACE TEMP MACRO iso(told) AS strftime(told, '%Y-%m-%d');
CREATE OR REPLACE TEMP MACRO moment(told) AS strftime(told, '%Y%m%d') || '000000';
CREATE OR REPLACE TEMP MACRO real_deed(status) AS status NOT IN ('negated', 'hypothetical', 'requested');
CREATE OR REPLACE TEMP MACRO once(words) AS [x FOR x, i IN words IF list_position(words, x) = i];
