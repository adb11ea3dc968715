-- ==== revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 4de87a15c093, 5f60b9e3d71c to 68a2c47fe0b5, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- For reading only: every line is a comment. The script to run is upgrade.sql.
-- sha256 of the revision: 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5

-- ==== undoing revision 68a2c47fe0b5 Bring the people and the catalogue together. ====
-- from 68a2c47fe0b5 to 4de87a15c093, 5f60b9e3d71c, revisions/68a2c47fe0b5_people_and_catalogue.ts
-- For reading only: every line is a comment. The script to run is downgrade.sql.
-- sha256 of the revision: 9955addb06fe1f286d4998bd71d189593dc42294a69097674321833472d19eb5
