CREATE TABLE revision_scenarios (
  revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  scenario_revision_id INTEGER NOT NULL REFERENCES scenario_revisions (id) ON DELETE CASCADE,
  colour INTEGER NOT NULL,
  visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
  binned INTEGER NOT NULL CHECK (binned IN (0, 1)),
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES revisions (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE scenario_revisions (
  id INTEGER PRIMARY KEY,
  study_id INTEGER NOT NULL,
  scenario_id TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  created_at TEXT NOT NULL,
  FOREIGN KEY (study_id, scenario_id) REFERENCES scenarios (study_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE scenarios (
  study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (length(id) = 36),
  created_at TEXT NOT NULL,
  PRIMARY KEY (study_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE studies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  head_id INTEGER NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  binned_at TEXT
) STRICT;

CREATE INDEX revision_scenarios_by_body ON revision_scenarios (scenario_revision_id);

CREATE INDEX revisions_by_parent ON revisions (parent_id);

CREATE INDEX revisions_by_study ON revisions (study_id);

CREATE INDEX scenario_revisions_by_scenario ON scenario_revisions (study_id, scenario_id);
