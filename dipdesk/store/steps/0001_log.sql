CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
--
CREATE TABLE copy (
  copy_id TEXT PRIMARY KEY, label TEXT NOT NULL, sign_pub BLOB, created TEXT NOT NULL,
  retired TEXT, is_partial INTEGER NOT NULL DEFAULT 0, scope_json TEXT) WITHOUT ROWID
--
CREATE TABLE txn (txn_id TEXT PRIMARY KEY, label TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID
--
CREATE TABLE op (
  op_id BLOB NOT NULL PRIMARY KEY, copy_id TEXT NOT NULL, seq INTEGER NOT NULL, prev_op BLOB NOT NULL,
  hlc INTEGER NOT NULL, entity TEXT NOT NULL, row_id TEXT NOT NULL, reg TEXT NOT NULL,
  parents BLOB NOT NULL, commitment BLOB NOT NULL, txn_id TEXT NOT NULL, schema_ver INTEGER NOT NULL,
  sig BLOB)
--
CREATE INDEX ix_op_row ON op (row_id, hlc)
--
CREATE INDEX ix_op_chain ON op (copy_id, seq)
--
CREATE INDEX ix_op_txn ON op (txn_id)
--
CREATE TABLE op_value (op_id BLOB NOT NULL PRIMARY KEY, salt BLOB NOT NULL, value TEXT)
--
CREATE TABLE head (row_id TEXT NOT NULL, reg TEXT NOT NULL, op_id BLOB NOT NULL, PRIMARY KEY (row_id, reg, op_id)) WITHOUT ROWID
--
CREATE TABLE erased (op_id BLOB PRIMARY KEY, person TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID
--
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, media_type TEXT NOT NULL, content BLOB NOT NULL)
--
CREATE TABLE exchange_log (
  file_id TEXT PRIMARY KEY, direction TEXT NOT NULL, peer TEXT NOT NULL, ops INTEGER NOT NULL,
  blobs INTEGER NOT NULL, state_hash TEXT NOT NULL, at TEXT NOT NULL, result TEXT NOT NULL) WITHOUT ROWID
--
CREATE TABLE finder (
  num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title_key_tr BLOB, title_key_en BLOB,
  title_tr TEXT NOT NULL, title_en TEXT NOT NULL, words TEXT NOT NULL)
--
CREATE VIRTUAL TABLE search USING fts5(
  title, body, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii')
