/**
 * Jobs and results. A result's key is the SHA-256 of the canonical question, so it belongs to no study;
 * when and how fast it was computed stands apart, so that results themselves are the same on every machine.
 */
export const results = {
  version: 2,
  sql: `
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  study_id INTEGER NOT NULL,
  scenario_id TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
  error TEXT CHECK (json_valid(error)),
  created_at TEXT NOT NULL,
  ended_at TEXT,
  FOREIGN KEY (study_id, scenario_id) REFERENCES scenarios (study_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX jobs_by_scenario ON jobs (study_id, scenario_id);
CREATE INDEX jobs_unfinished ON jobs (state) WHERE state IN ('queued', 'running');

CREATE TABLE results (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('point', 'events')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  core_version TEXT NOT NULL,
  constants TEXT NOT NULL,
  seed INTEGER NOT NULL,
  toy_block_size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE result_times (
  key TEXT NOT NULL PRIMARY KEY REFERENCES results (key) ON DELETE CASCADE,
  computed_at TEXT NOT NULL,
  seconds REAL NOT NULL CHECK (seconds >= 0)
) STRICT, WITHOUT ROWID;
`,
} as const;
