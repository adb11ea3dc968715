/** Why a read is not left to the database: a clause that follows "because". */
export class Hindrance extends Error {}
