-- The whole current schema of a timeline database, for reading.
--
-- A database is made by migrations/*.sql, one after the other; a test checks that they give exactly this file.
-- It is an ordinary SQLite file: no extension, custom function, collation or tokenizer is needed to read it.
-- What every column means also stands in the table column_doc, inside the file itself.
--
-- Offsets (start_char, char_count) count Unicode characters from zero, so that
--   substr(article.body, start_char + 1, char_count)
-- gives back exactly the words. Where the sentence's field is 'title' they count in article.title instead.
--
-- Dates are inclusive ISO 8601 text, '2025-10-31' or '2025-02-28T13:54'; an open side is NULL. The '+0 days' in the
-- checks makes SQLite work the date out, so that '2025-02-30' is refused and not repeated.

-- ---------------------------------------------------------------- how the file came to be

-- One row per step of migrations/ that has run on this file.
CREATE TABLE schema_migration (
  schema_migration_id INTEGER PRIMARY KEY,  -- number of the step, as in its file name
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

-- What every column of every table and view means.
CREATE TABLE column_doc (
  column_doc_id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  meaning TEXT NOT NULL,
  UNIQUE (table_name, column_name)
);

-- One row per run of import, load or refresh that had something to store.
CREATE TABLE import_run (
  import_run_id INTEGER PRIMARY KEY,
  started_at TEXT,
  finished_at TEXT,
  program_version TEXT NOT NULL,
  data_digest TEXT NOT NULL,
  options TEXT NOT NULL,
  new_count INTEGER NOT NULL DEFAULT 0,
  changed_count INTEGER NOT NULL DEFAULT 0,
  same_count INTEGER NOT NULL DEFAULT 0,
  refused_count INTEGER NOT NULL DEFAULT 0
);

-- Input that was refused or doubtful, with the reason.
CREATE TABLE import_issue (
  import_issue_id INTEGER PRIMARY KEY,
  import_run_id INTEGER NOT NULL REFERENCES import_run ON DELETE CASCADE,
  uri TEXT NOT NULL,
  line INTEGER,
  severity TEXT NOT NULL CHECK (severity IN ('refused', 'warning')),
  message TEXT NOT NULL
);
CREATE INDEX import_issue_import_run ON import_issue (import_run_id);

-- ---------------------------------------------------------------- what was read

CREATE TABLE outlet (
  outlet_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE article (
  article_id INTEGER PRIMARY KEY,
  source_key TEXT NOT NULL UNIQUE,
  external_id TEXT,
  uri TEXT,
  title TEXT,
  title_in_body INTEGER NOT NULL DEFAULT 0 CHECK (title_in_body IN (0, 1)),
  byline TEXT,
  outlet_id INTEGER REFERENCES outlet,
  language TEXT NOT NULL,
  published_on TEXT CHECK (published_on IS NULL OR date(published_on, '+0 days') IS published_on),
  published_at TEXT CHECK (published_at IS NULL OR strftime('%Y-%m-%dT%H:%M', published_at, '+0 days') IS published_at
                           OR strftime('%Y-%m-%dT%H:%M:%S', published_at, '+0 days') IS published_at),
  published_basis TEXT NOT NULL CHECK (published_basis IN ('unknown', 'metadata', 'text', 'option')),
  updated_at TEXT CHECK (updated_at IS NULL OR date(updated_at, '+0 days') IS updated_at
                         OR strftime('%Y-%m-%dT%H:%M', updated_at, '+0 days') IS updated_at
                         OR strftime('%Y-%m-%dT%H:%M:%S', updated_at, '+0 days') IS updated_at),
  body_sha256 TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  duplicate_of INTEGER REFERENCES article ON DELETE SET NULL CHECK (duplicate_of IS NOT article_id),
  import_run_id INTEGER NOT NULL REFERENCES import_run,
  body TEXT NOT NULL
);
CREATE INDEX article_outlet ON article (outlet_id);
CREATE INDEX article_published_on ON article (published_on);
CREATE INDEX article_duplicate_of ON article (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX article_import_run ON article (import_run_id);
CREATE INDEX article_body_sha256 ON article (body_sha256);

-- Earlier versions of articles that have changed: their hashes only.
CREATE TABLE article_version (
  article_version_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  body_sha256 TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  import_run_id INTEGER NOT NULL REFERENCES import_run
);
CREATE INDEX article_version_article ON article_version (article_id);
CREATE INDEX article_version_import_run ON article_version (import_run_id);

-- Hashes by which copies of one text meet (MinHash bands): articles that share a band are compared.
CREATE TABLE article_band (
  band INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX article_band_article ON article_band (article_id);

CREATE TABLE sentence (
  sentence_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0),
  role TEXT NOT NULL CHECK (role IN ('title', 'body', 'caption', 'noise')),
  field TEXT NOT NULL CHECK (field IN ('body', 'title')),
  paragraph INTEGER NOT NULL
);
CREATE UNIQUE INDEX sentence_article ON sentence (article_id, ordinal);

CREATE TABLE time_expression (
  time_expression_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0),
  text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('date', 'time', 'duration', 'set', 'vague')),
  date_from TEXT CHECK (date_from IS NULL OR date(date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M', date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M:%S', date_from, '+0 days') IS date_from),
  date_to TEXT CHECK (date_to IS NULL OR date(date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M', date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M:%S', date_to, '+0 days') IS date_to),
  granularity TEXT CHECK (granularity IN ('time', 'day', 'week', 'month', 'quarter', 'half', 'season', 'year', 'decade',
                                          'century', 'range')),
  modifier TEXT CHECK (modifier IN ('start', 'mid', 'end', 'approximate', 'before', 'after', 'since', 'until', 'vague')),
  edtf TEXT,
  duration TEXT,
  local_time INTEGER NOT NULL DEFAULT 0 CHECK (local_time IN (0, 1)),
  reason TEXT,
  rule TEXT NOT NULL
);
CREATE INDEX time_expression_article ON time_expression (article_id);
CREATE INDEX time_expression_sentence ON time_expression (sentence_id);

-- ---------------------------------------------------------------- names

CREATE TABLE entity (
  entity_id INTEGER PRIMARY KEY,
  data_key TEXT UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('company', 'organization', 'person', 'product', 'place', 'occasion')),
  name TEXT NOT NULL,
  name_ko TEXT,
  name_en TEXT,
  wikidata TEXT,
  description TEXT,
  local_article_id INTEGER REFERENCES article ON DELETE CASCADE
);
CREATE INDEX entity_name ON entity (name, kind);
CREATE INDEX entity_local_article ON entity (local_article_id) WHERE local_article_id IS NOT NULL;

CREATE TABLE entity_alias (
  entity_alias_id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  alias TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT '',
  UNIQUE (entity_id, alias, language)
);
CREATE INDEX entity_alias_alias ON entity_alias (alias COLLATE NOCASE);

CREATE TABLE entity_mention (
  entity_mention_id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entity,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0)
);
CREATE INDEX entity_mention_entity ON entity_mention (entity_id);
CREATE INDEX entity_mention_article ON entity_mention (article_id);
CREATE INDEX entity_mention_sentence ON entity_mention (sentence_id);

-- "subject works for object". Known relations of the data files rest on no article: origin 'data'.
CREATE TABLE entity_relation (
  entity_relation_id INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL REFERENCES entity (entity_id),
  type TEXT NOT NULL CHECK (type IN ('works_for', 'makes', 'belongs_to', 'located_in')),
  object_id INTEGER NOT NULL REFERENCES entity (entity_id),
  origin TEXT NOT NULL CHECK (origin IN ('text', 'data')),
  since TEXT,
  until TEXT,
  article_id INTEGER REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER CHECK (start_char >= 0),
  char_count INTEGER CHECK (char_count > 0),
  CHECK ((origin = 'text') = (sentence_id IS NOT NULL AND article_id IS NOT NULL AND start_char IS NOT NULL
                              AND char_count IS NOT NULL))
);
CREATE INDEX entity_relation_subject ON entity_relation (subject_id, type, object_id);
CREATE INDEX entity_relation_object ON entity_relation (object_id);
CREATE INDEX entity_relation_article ON entity_relation (article_id);
CREATE INDEX entity_relation_sentence ON entity_relation (sentence_id);

-- ---------------------------------------------------------------- what happened

CREATE TABLE event_type (
  event_type_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  label_ko TEXT,
  label_en TEXT
);

-- Something that happened, was announced, is planned or expected: once, however many articles tell it.
CREATE TABLE event (
  event_id INTEGER PRIMARY KEY,
  event_type_id INTEGER NOT NULL REFERENCES event_type,
  status TEXT NOT NULL CHECK (status IN ('occurred', 'ongoing', 'planned', 'expected', 'possible', 'denied', 'cancelled')),
  date_from TEXT CHECK (date_from IS NULL OR date(date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M', date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M:%S', date_from, '+0 days') IS date_from),
  date_to TEXT CHECK (date_to IS NULL OR date(date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M', date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M:%S', date_to, '+0 days') IS date_to),
  granularity TEXT CHECK (granularity IN ('time', 'day', 'week', 'month', 'quarter', 'half', 'season', 'year', 'decade',
                                          'century', 'range')),
  modifier TEXT CHECK (modifier IN ('start', 'mid', 'end', 'approximate', 'before', 'after', 'since', 'until', 'vague')),
  edtf TEXT,
  date_basis TEXT NOT NULL CHECK (date_basis IN ('stated', 'context', 'merged', 'published', 'unknown')),
  date_role TEXT NOT NULL CHECK (date_role IN ('happened', 'announced', 'reported')),
  day_number INTEGER,  -- Julian day of date_from, else of date_to: sorts years before 0 rightly as well
  title TEXT NOT NULL,
  title_en TEXT,
  attributed_to TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  article_count INTEGER NOT NULL,
  source_count INTEGER NOT NULL,
  first_published_on TEXT CHECK (first_published_on IS NULL OR date(first_published_on, '+0 days') IS first_published_on),
  review TEXT CHECK (review IN ('confirmed', 'rejected')),
  CHECK ((day_number IS NULL) = (date_from IS NULL AND date_to IS NULL))
);
CREATE INDEX event_day_number ON event (day_number, date_from);
CREATE INDEX event_event_type ON event (event_type_id);

-- One place in one article that tells an event, with the event as this article tells it there.
CREATE TABLE event_mention (
  event_mention_id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0),
  trigger_start_char INTEGER NOT NULL,
  trigger_char_count INTEGER NOT NULL,
  event_type_id INTEGER NOT NULL REFERENCES event_type,
  status TEXT NOT NULL CHECK (status IN ('occurred', 'ongoing', 'planned', 'expected', 'possible', 'denied', 'cancelled')),
  date_from TEXT CHECK (date_from IS NULL OR date(date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M', date_from, '+0 days') IS date_from
                        OR strftime('%Y-%m-%dT%H:%M:%S', date_from, '+0 days') IS date_from),
  date_to TEXT CHECK (date_to IS NULL OR date(date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M', date_to, '+0 days') IS date_to
                      OR strftime('%Y-%m-%dT%H:%M:%S', date_to, '+0 days') IS date_to),
  granularity TEXT CHECK (granularity IN ('time', 'day', 'week', 'month', 'quarter', 'half', 'season', 'year', 'decade',
                                          'century', 'range')),
  modifier TEXT CHECK (modifier IN ('start', 'mid', 'end', 'approximate', 'before', 'after', 'since', 'until', 'vague')),
  edtf TEXT,
  date_basis TEXT NOT NULL CHECK (date_basis IN ('stated', 'context', 'published', 'unknown')),
  date_role TEXT NOT NULL CHECK (date_role IN ('happened', 'announced', 'reported')),
  date_reason TEXT,
  time_expression_id INTEGER REFERENCES time_expression,
  attributed_to TEXT,
  title TEXT NOT NULL,
  title_en TEXT,
  object_text TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rule TEXT NOT NULL,
  anchor INTEGER NOT NULL  -- hash of article, type and words: what corrections and re-imports find it by
);
CREATE INDEX event_mention_event ON event_mention (event_id);
CREATE INDEX event_mention_article ON event_mention (article_id);
CREATE INDEX event_mention_sentence ON event_mention (sentence_id);
CREATE INDEX event_mention_event_type ON event_mention (event_type_id);
CREATE INDEX event_mention_anchor ON event_mention (anchor);
CREATE INDEX event_mention_time_expression ON event_mention (time_expression_id) WHERE time_expression_id IS NOT NULL;

-- Who takes part, as one mention tells it; event_participant is the union over an event's mentions.
CREATE TABLE event_mention_participant (
  event_mention_id INTEGER NOT NULL REFERENCES event_mention ON DELETE CASCADE,
  entity_id INTEGER NOT NULL REFERENCES entity,
  role TEXT NOT NULL CHECK (role IN ('agent', 'object', 'counterpart', 'recipient', 'place', 'occasion', 'source')),
  PRIMARY KEY (event_mention_id, entity_id, role)
) WITHOUT ROWID;
CREATE INDEX event_mention_participant_entity ON event_mention_participant (entity_id);

CREATE TABLE event_participant (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  entity_id INTEGER NOT NULL REFERENCES entity,
  role TEXT NOT NULL CHECK (role IN ('agent', 'object', 'counterpart', 'recipient', 'place', 'occasion', 'source')),
  PRIMARY KEY (event_id, entity_id, role)
) WITHOUT ROWID;
CREATE INDEX event_participant_entity ON event_participant (entity_id);

-- Hashes by which mentions of one event meet: mentions that share a block are compared with one another.
CREATE TABLE event_block (
  block INTEGER NOT NULL,
  event_mention_id INTEGER NOT NULL REFERENCES event_mention ON DELETE CASCADE,
  PRIMARY KEY (block, event_mention_id)
) WITHOUT ROWID;
CREATE INDEX event_block_event_mention ON event_block (event_mention_id);

-- ---------------------------------------------------------------- facts and quotations

CREATE TABLE attribute (
  attribute_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE fact (
  fact_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0),
  subject_id INTEGER REFERENCES entity (entity_id),
  subject_text TEXT,
  attribute_id INTEGER NOT NULL REFERENCES attribute,
  value TEXT NOT NULL,
  number_low NUMERIC,
  number_high NUMERIC,
  unit TEXT,
  counter TEXT,
  approximate TEXT CHECK (approximate IN ('about', 'at_least', 'at_most', 'more_than', 'less_than')),
  converted_low NUMERIC,
  converted_high NUMERIC,
  converted_unit TEXT,
  object_id INTEGER REFERENCES entity (entity_id),
  object_text TEXT,
  valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from
                         OR strftime('%Y-%m-%dT%H:%M', valid_from, '+0 days') IS valid_from
                         OR strftime('%Y-%m-%dT%H:%M:%S', valid_from, '+0 days') IS valid_from),
  valid_to TEXT CHECK (valid_to IS NULL OR date(valid_to, '+0 days') IS valid_to
                       OR strftime('%Y-%m-%dT%H:%M', valid_to, '+0 days') IS valid_to
                       OR strftime('%Y-%m-%dT%H:%M:%S', valid_to, '+0 days') IS valid_to),
  valid_edtf TEXT,
  status TEXT NOT NULL CHECK (status IN ('occurred', 'ongoing', 'planned', 'expected', 'possible', 'denied', 'cancelled')),
  attributed_to TEXT,
  event_mention_id INTEGER REFERENCES event_mention ON DELETE SET NULL,
  rule TEXT NOT NULL
);
CREATE INDEX fact_article ON fact (article_id);
CREATE INDEX fact_sentence ON fact (sentence_id);
CREATE INDEX fact_subject ON fact (subject_id);
CREATE INDEX fact_attribute ON fact (attribute_id);
CREATE INDEX fact_object ON fact (object_id) WHERE object_id IS NOT NULL;
CREATE INDEX fact_event_mention ON fact (event_mention_id) WHERE event_mention_id IS NOT NULL;

CREATE TABLE quotation (
  quotation_id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  start_char INTEGER NOT NULL CHECK (start_char >= 0),
  char_count INTEGER NOT NULL CHECK (char_count > 0),
  speaker_id INTEGER REFERENCES entity (entity_id),
  speaker_text TEXT,
  said_from TEXT CHECK (said_from IS NULL OR date(said_from, '+0 days') IS said_from
                        OR strftime('%Y-%m-%dT%H:%M', said_from, '+0 days') IS said_from
                        OR strftime('%Y-%m-%dT%H:%M:%S', said_from, '+0 days') IS said_from),
  said_to TEXT CHECK (said_to IS NULL OR date(said_to, '+0 days') IS said_to
                      OR strftime('%Y-%m-%dT%H:%M', said_to, '+0 days') IS said_to
                      OR strftime('%Y-%m-%dT%H:%M:%S', said_to, '+0 days') IS said_to),
  said_edtf TEXT,
  time_expression_id INTEGER REFERENCES time_expression
);
CREATE INDEX quotation_article ON quotation (article_id);
CREATE INDEX quotation_sentence ON quotation (sentence_id);
CREATE INDEX quotation_speaker ON quotation (speaker_id);
CREATE INDEX quotation_time_expression ON quotation (time_expression_id) WHERE time_expression_id IS NOT NULL;

-- ---------------------------------------------------------------- by hand

-- What people have put right. Anchored to the words, so that it holds after the article was read again.
CREATE TABLE correction (
  correction_id INTEGER PRIMARY KEY,
  made_at TEXT,
  action TEXT NOT NULL CHECK (action IN ('change', 'merge', 'split', 'confirm', 'reject', 'alias')),
  event_id INTEGER REFERENCES event ON DELETE SET NULL,
  entity_id INTEGER REFERENCES entity ON DELETE SET NULL,
  anchor INTEGER,
  other_anchor INTEGER,
  field TEXT,
  old_value TEXT,
  new_value TEXT,
  note TEXT,
  undone_at TEXT
);
CREATE INDEX correction_event ON correction (event_id);
CREATE INDEX correction_entity ON correction (entity_id);

-- ---------------------------------------------------------------- search

-- Both search tables hold, besides the words, in the column terms, every run of two and more Hangul syllables inside a
-- word, written by the importer, so that MATCH '구글' finds 구글클라우드. The texts of article_search are those of article;
-- terms is only in its index.
CREATE VIEW article_search_text AS
SELECT article_id, title, body, NULL AS terms FROM article;

CREATE VIRTUAL TABLE article_search USING fts5(
  title, body, terms, content = 'article_search_text', content_rowid = 'article_id',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE event_search USING fts5(
  title, title_en, names, terms, tokenize = 'unicode61 remove_diacritics 2'
);

-- ---------------------------------------------------------------- views, made for people

-- One row per event, oldest first, undated last; what people have rejected is left out.
CREATE VIEW timeline AS
SELECT e.event_id, e.date_from, e.date_to, e.granularity, e.edtf, e.modifier, e.date_basis, e.date_role,
       t.name AS event_type, e.status, e.title, e.title_en,
       (SELECT group_concat(name, ', ') FROM (
          SELECT n.name FROM event_participant AS p JOIN entity AS n USING (entity_id)
          WHERE p.event_id = e.event_id AND n.kind = 'company' AND p.role <> 'source' AND n.local_article_id IS NULL
          GROUP BY n.entity_id ORDER BY max(p.role = 'agent') DESC, n.name)) AS companies,
       (SELECT group_concat(name, ', ') FROM (
          SELECT n.name FROM event_participant AS p JOIN entity AS n USING (entity_id)
          WHERE p.event_id = e.event_id AND n.kind = 'person' AND p.role <> 'source' AND n.local_article_id IS NULL
          GROUP BY n.entity_id ORDER BY max(p.role = 'agent') DESC, n.name)) AS people,
       (SELECT group_concat(name, ', ') FROM (
          SELECT n.name FROM event_participant AS p JOIN entity AS n USING (entity_id)
          WHERE p.event_id = e.event_id AND n.kind IN ('organization', 'occasion') AND p.role <> 'source' AND n.local_article_id IS NULL
          GROUP BY n.entity_id ORDER BY max(p.role = 'agent') DESC, n.name)) AS organizations,
       (SELECT group_concat(name, ', ') FROM (
          SELECT n.name FROM event_participant AS p JOIN entity AS n USING (entity_id)
          WHERE p.event_id = e.event_id AND n.kind = 'product' AND p.role <> 'source' AND n.local_article_id IS NULL
          GROUP BY n.entity_id ORDER BY max(p.role = 'agent') DESC, n.name)) AS products,
       (SELECT group_concat(name, ', ') FROM (
          SELECT n.name FROM event_participant AS p JOIN entity AS n USING (entity_id)
          WHERE p.event_id = e.event_id AND n.kind = 'place' AND p.role <> 'source' AND n.local_article_id IS NULL
          GROUP BY n.entity_id ORDER BY max(p.role = 'agent') DESC, n.name)) AS places,
       e.attributed_to, e.article_count, e.source_count, e.first_published_on, e.confidence, e.review
FROM event AS e JOIN event_type AS t USING (event_type_id)
WHERE e.review IS NOT 'rejected'
ORDER BY e.day_number NULLS LAST, e.date_from, e.title;

-- One row per company and event, in the order of the timeline.
CREATE VIEW company_timeline AS
SELECT c.name AS company, c.name_en AS company_en, t.*
FROM (SELECT DISTINCT p.event_id, n.name, n.name_en
      FROM event_participant AS p JOIN entity AS n USING (entity_id)
      WHERE n.kind = 'company' AND p.role <> 'source' AND n.local_article_id IS NULL) AS c
JOIN timeline AS t ON t.event_id = c.event_id
ORDER BY c.name, julianday(coalesce(t.date_from, t.date_to)) NULLS LAST, t.title;

-- One row per event mention, with the words it rests on.
CREATE VIEW evidence AS
SELECT m.event_id, m.event_mention_id, m.article_id, a.title AS article_title, o.name AS outlet, a.published_on,
       CASE s.field WHEN 'title' THEN substr(a.title, s.start_char + 1, s.char_count)
                    ELSE substr(a.body, s.start_char + 1, s.char_count) END AS sentence,
       CASE s.field WHEN 'title' THEN substr(a.title, m.start_char + 1, m.char_count)
                    ELSE substr(a.body, m.start_char + 1, m.char_count) END AS quote,
       CASE s.field WHEN 'body' THEN m.start_char END AS start_char,
       m.char_count,
       x.text AS time_text,
       CASE xs.field WHEN 'body' THEN x.start_char END AS time_start_char,
       x.char_count AS time_char_count,
       m.date_from, m.date_to, m.edtf, m.date_basis, m.date_role, m.date_reason, m.status, m.title, m.attributed_to,
       m.confidence, m.rule, a.duplicate_of
FROM event_mention AS m
JOIN article AS a USING (article_id)
JOIN sentence AS s ON s.sentence_id = m.sentence_id
LEFT JOIN outlet AS o ON o.outlet_id = a.outlet_id
LEFT JOIN time_expression AS x ON x.time_expression_id = m.time_expression_id
LEFT JOIN sentence AS xs ON xs.sentence_id = x.sentence_id;

CREATE VIEW fact_sheet AS
SELECT f.fact_id, coalesce(sn.name, f.subject_text) AS subject, b.name AS attribute, f.value, f.number_low,
       f.number_high, f.unit, f.approximate, coalesce(n.name, f.object_text) AS object, f.valid_from, f.valid_to,
       f.status, f.attributed_to, m.event_id, f.article_id, a.published_on,
       CASE s.field WHEN 'title' THEN substr(a.title, s.start_char + 1, s.char_count)
                    ELSE substr(a.body, s.start_char + 1, s.char_count) END AS sentence,
       CASE s.field WHEN 'title' THEN substr(a.title, f.start_char + 1, f.char_count)
                    ELSE substr(a.body, f.start_char + 1, f.char_count) END AS quote,
       CASE s.field WHEN 'body' THEN f.start_char END AS start_char,
       f.char_count, f.converted_low, f.converted_high, f.converted_unit, f.valid_edtf, f.counter, f.rule
FROM fact AS f
JOIN article AS a USING (article_id)
JOIN sentence AS s ON s.sentence_id = f.sentence_id
JOIN attribute AS b ON b.attribute_id = f.attribute_id
LEFT JOIN entity AS sn ON sn.entity_id = f.subject_id
LEFT JOIN entity AS n ON n.entity_id = f.object_id
LEFT JOIN event_mention AS m ON m.event_mention_id = f.event_mention_id;

CREATE VIEW quotation_sheet AS
SELECT q.quotation_id,
       CASE WHEN n.name IS NULL THEN q.speaker_text
            WHEN q.speaker_text IS NULL OR instr(q.speaker_text, n.name) > 0 THEN n.name
            -- 이 의원 for 이철희: his family name and office
            WHEN length(n.name) <= 4 AND instr(n.name, ' ') = 0
                 AND substr(q.speaker_text, 1, 2) = substr(n.name, 1, 1) || ' '
              THEN n.name || substr(q.speaker_text, 2) || ' (' || q.speaker_text || ')'
            ELSE n.name || ' (' || q.speaker_text || ')' END AS speaker,
       CASE s.field WHEN 'title' THEN substr(a.title, q.start_char + 1, q.char_count)
                    ELSE substr(a.body, q.start_char + 1, q.char_count) END AS text,
       q.said_edtf AS said_on, q.article_id, a.published_on,
       CASE s.field WHEN 'title' THEN substr(a.title, s.start_char + 1, s.char_count)
                    ELSE substr(a.body, s.start_char + 1, s.char_count) END AS sentence,
       CASE s.field WHEN 'body' THEN q.start_char END AS start_char,
       q.char_count, q.speaker_text, q.said_from, q.said_to
FROM quotation AS q
JOIN article AS a USING (article_id)
JOIN sentence AS s ON s.sentence_id = q.sentence_id
LEFT JOIN entity AS n ON n.entity_id = q.speaker_id;

CREATE VIEW article_overview AS
SELECT a.article_id, a.title, o.name AS outlet, a.byline, a.published_on, a.published_basis, a.language,
       (SELECT count(DISTINCT m.event_id) FROM event_mention AS m WHERE m.article_id = a.article_id) AS event_count,
       (SELECT count(*) FROM fact AS f WHERE f.article_id = a.article_id) AS fact_count,
       a.duplicate_of, a.uri, a.external_id, a.published_at
FROM article AS a LEFT JOIN outlet AS o USING (outlet_id);

-- Words that name a time which the text does not pin down, with the reason. Durations and sets name none.
CREATE VIEW unresolved_time AS
SELECT x.article_id, x.text, x.reason,
       CASE s.field WHEN 'title' THEN substr(a.title, s.start_char + 1, s.char_count)
                    ELSE substr(a.body, s.start_char + 1, s.char_count) END AS sentence,
       x.kind, x.time_expression_id
FROM time_expression AS x
JOIN article AS a USING (article_id)
JOIN sentence AS s ON s.sentence_id = x.sentence_id
WHERE x.date_from IS NULL AND x.date_to IS NULL AND x.kind IN ('date', 'time', 'vague');

-- Events for which two articles give dates that exclude each other.
CREATE VIEW date_conflict AS
SELECT e.event_id, e.title,
       (SELECT group_concat(edtf, ', ') FROM (
          SELECT DISTINCT m.edtf FROM event_mention AS m
          WHERE m.event_id = e.event_id AND m.date_basis IN ('stated', 'context') ORDER BY m.date_from)) AS dates,
       (SELECT group_concat(article_id, ', ') FROM (
          SELECT DISTINCT m.article_id FROM event_mention AS m
          WHERE m.event_id = e.event_id AND m.date_basis IN ('stated', 'context') ORDER BY m.article_id)) AS articles
FROM event AS e
WHERE e.article_count > 1
  AND EXISTS (SELECT 1 FROM event_mention AS x JOIN event_mention AS y ON y.event_id = x.event_id
              WHERE x.event_id = e.event_id AND x.article_id <> y.article_id
                AND x.date_basis IN ('stated', 'context') AND y.date_basis IN ('stated', 'context')
                AND substr(x.date_to, 1, 10) < substr(y.date_from, 1, 10));

-- 'TMLN': tells a timeline database from other SQLite files. user_version is the number of the last migration.
PRAGMA application_id = 1414351950;
PRAGMA user_version = 1;
