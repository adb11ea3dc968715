NOT POSSIBLE: unsupported
revisions/ba54e2c6_alter_using.ts:8: MariaDB converts values by its own rules when a type changes: item.state
