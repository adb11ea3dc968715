NOT POSSIBLE: unsupported
revisions/b158885c_grants.ts:9: SQLite cannot grant select, update on table item to public: it has no users; who may read the file is up to the system
