NOT POSSIBLE: unsupported
revisions/bf097de6_identity.ts:8: MySQL numbers rows by AUTO_INCREMENT, which has a first value and nothing else: item.id
