NOT POSSIBLE: unsupported
revisions/b71c09e4_alter_type_trigger.ts:9: Redshift cannot create trigger item_name on item: it has no triggers
