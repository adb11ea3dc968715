export const table = 'imported_later';
