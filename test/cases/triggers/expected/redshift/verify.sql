NOT POSSIBLE: unsupported
revisions/b34ca566_triggers.ts:14: Redshift cannot create trigger item_name on item: it has no triggers
