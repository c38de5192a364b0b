-- A library of format 1, as it was first released.
PRAGMA application_id = 1145392449;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  stated_date TEXT,
  stated_begin INTEGER,
  stated_end INTEGER,
  written TEXT NOT NULL,
  written_basis TEXT NOT NULL,
  written_why TEXT NOT NULL,
  written_confidence REAL NOT NULL,
  knowledge TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'64195c3a657fff2b','vienna.txt','Talks in Vienna','',NULL,NULL,NULL,'2023-05-10','dateline','The text opens under 2023-05-10.',0.9000000000000000222,'a018dc220f43decf',replace('Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May 10, 2023, and they spoke about Taiwan.','\n',char(10)));
INSERT INTO article VALUES(2,'e1a6aecc38e1a5f2','huigu.txt','回顾','',NULL,NULL,NULL,'2023-05-01/2023-06-10','inferred','The text looks back to 2023-05-31 and was written between 2023-05-01 and 2023-06-10, as the offices of those it names and what it still expects tell.',0.59999999999999997779,'a018dc220f43decf',replace('回顾\n\n2023年5月，王毅在维也纳会见沙利文。','\n',char(10)));
CREATE TABLE block (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  section INTEGER NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO block VALUES(1,0,0,15,'title','en',0);
INSERT INTO block VALUES(1,1,17,98,'body','en',0);
INSERT INTO block VALUES(2,0,0,2,'title','zh-Hans',0);
INSERT INTO block VALUES(2,1,4,24,'body','zh-Hans',0);
CREATE TABLE diagnostic (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  scope TEXT NOT NULL,
  date TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  confidence REAL NOT NULL,
  plover TEXT NOT NULL,
  place TEXT,
  country TEXT
) STRICT;
INSERT INTO event VALUES(1,'64195c3a657fff2b-19',1,'meeting','occurred','bilateral','2023-05-10','2023-05-10','2023-05-10','Wang Yi meets Jake Sullivan, Vienna','minister',0.96000000000000007549,'CONSULT','Vienna','AT');
INSERT INTO event VALUES(2,'e1a6aecc38e1a5f2-12',2,'meeting','occurred','bilateral','2023-05','2023-05-01','2023-05-31','Wang Yi meets Jake Sullivan, Vienna','minister',0.91000000000000003108,'CONSULT','Vienna','AT');
CREATE TABLE participant (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  side TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO participant VALUES(1,0,'Wang Yi','person','CN','Director of the Office of the Central Foreign Affairs Commission');
INSERT INTO participant VALUES(1,1,'Jake Sullivan','person','US','US National Security Adviser');
INSERT INTO participant VALUES(2,0,'Wang Yi','person','CN','Director of the Office of the Central Foreign Affairs Commission');
INSERT INTO participant VALUES(2,1,'Jake Sullivan','person','US','US National Security Adviser');
CREATE TABLE topic (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO topic VALUES(1,0,'Taiwan');
CREATE TABLE passage (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  date TEXT NOT NULL,
  date_text TEXT NOT NULL,
  date_why TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO passage VALUES(1,0,17,98,'Wang Yi met Jake Sullivan in Vienna on May 10, 2023, and they spoke about Taiwan.','meeting','occurred','2023-05-10','May 10, 2023','as written','en/rules/encounters.toml:10 en/rules/time_1_date.toml:8');
INSERT INTO passage VALUES(2,0,4,24,'2023年5月，王毅在维也纳会见沙利文。','meeting','occurred','2023-05','2023年5月','as written','zh/rules/encounters.toml:6 zh/rules/time_1_date.toml:109');
CREATE TABLE story_member (
  event INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  story TEXT NOT NULL
) STRICT;
INSERT INTO story_member VALUES(1,'64195c3a657fff2b-19');
INSERT INTO story_member VALUES(2,'64195c3a657fff2b-19');
CREATE INDEX event_by_article ON event (article);
CREATE INDEX story_member_by_story ON story_member (story);
CREATE VIEW account AS
SELECT coalesce(story_member.story, event.key) AS story, event.earliest, event.latest, event.date, event.status,
       event.kind, event.scope, event.title, event.place, event.country, event.confidence,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participant WHERE participant.event = event.id
                                              ORDER BY ordinal)) AS participants,
       article.source, article.written,
       (SELECT group_concat(quote, char(10)) FROM (SELECT quote FROM passage WHERE passage.event = event.id
                                                   ORDER BY ordinal)) AS quotes
FROM event JOIN article ON article.id = event.article LEFT JOIN story_member ON story_member.event = event.id;
COMMIT;
