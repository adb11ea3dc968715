export const kinds = ['apple', 'pear', 'quince'];
