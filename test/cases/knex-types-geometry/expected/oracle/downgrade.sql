NOT POSSIBLE: unsupported
revisions/01_geometry.ts:16: Oracle has no type point: spot
