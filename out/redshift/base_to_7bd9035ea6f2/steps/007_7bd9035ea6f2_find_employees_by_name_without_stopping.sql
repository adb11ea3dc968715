-- ==== revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 68a2c47fe0b5 to 7bd9035ea6f2, revisions/7bd9035ea6f2_find_employees_by_name.ts
-- For reading only: every line is a comment. The script to run is upgrade.sql.
-- sha256 of the revision: 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada

-- ==== undoing revision 7bd9035ea6f2 Find employees by name, without stopping the writers meanwhile. ====
-- from 7bd9035ea6f2 to 68a2c47fe0b5, revisions/7bd9035ea6f2_find_employees_by_name.ts
-- For reading only: every line is a comment. The script to run is downgrade.sql.
-- sha256 of the revision: 2459a36e123944e628c0a81c9f3f46f48b78ee74be2f3955741895259e2a7ada
