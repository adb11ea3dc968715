/** What a grammar or a client model found wrong in a script. */

export interface Fault {
  /** The line in the whole script, from 1. */
  readonly line: number;
  readonly message: string;
  /** The text that was being read, cut short. */
  readonly near: string;
}

/** A batch or statement as the client sends it, with the line on which it starts. */
export interface Piece {
  readonly sql: string;
  readonly line: number;
}

export interface Split {
  readonly pieces: readonly Piece[];
  /** Lines that the client obeys itself. */
  readonly commands: readonly Piece[];
  /** What the client itself would stumble over. */
  readonly faults: readonly Fault[];
}

export function fault(line: number, message: string, near: string): Fault {
  const text = near.trim();
  return { line, message, near: text.length > 120 ? `${text.slice(0, 117)}...` : text };
}
