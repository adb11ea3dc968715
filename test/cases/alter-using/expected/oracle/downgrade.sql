NOT POSSIBLE: unsupported
revisions/ba54e2c6_alter_using.ts:8: Oracle has no USING when the type of item.state changes
