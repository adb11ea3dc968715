/** Where an object lives, and whether it is there: options that most directives share. */

export interface InSchema {
  /** The schema of the object, when it is not the target's own. */
  readonly schema?: string;
}

export interface IfExists {
  /** Asked of the database when the script runs. */
  readonly ifExists?: boolean;
}

export interface IfNotExists {
  /** Asked of the database when the script runs. */
  readonly ifNotExists?: boolean;
}

export interface DataLoss {
  /** Why rows or values may go, in words: then the script does not stop for them, and shows the words. */
  readonly dataLoss?: string;
}
