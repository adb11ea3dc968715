/** How the engine numbers things. */

/** How a sequence counts. Whole numbers as text, because they may have more digits than a JavaScript number holds. */
export interface Counting {
  readonly start?: string;
  readonly increment?: string;
  readonly minValue?: string;
  readonly maxValue?: string;
  readonly cache?: string;
  readonly cycle?: boolean;
}
