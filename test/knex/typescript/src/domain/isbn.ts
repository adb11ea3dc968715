export const isbnLength = 13 as const satisfies number;
