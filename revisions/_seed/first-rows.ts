/** The rows that every database of the example begins with. */

export const departments = [
  { code: 'R&D', name: "Research & Development – the inventors' den", budget: '1250000.00' },
  { code: 'HR', name: 'Menschen & Ämter', budget: '98000.50' },
  { code: 'OPS', name: 'Operations; round the clock', budget: null },
];

export const employees = [
  { number: 1001, first_name: 'Zoë', last_name: "O'Brien", born_on: '1984-02-29', part_time: false, remark: null },
  {
    number: 1002,
    first_name: 'Jürgen',
    last_name: 'Groß',
    born_on: '1971-11-05',
    part_time: true,
    remark: 'Speaks "Plattdeutsch"\nand plays the tuba.',
  },
  {
    number: 1003,
    first_name: 'Mei',
    last_name: '陈',
    born_on: null,
    part_time: false,
    remark: 'Path: C:\\temp\\$(user) & more 🎺',
  },
];

export const assignments = [
  { department_code: 'R&D', employee_number: 1001, since: '2019-01-01' },
  { department_code: 'R&D', employee_number: 1003, since: '2021-06-15' },
  { department_code: 'HR', employee_number: 1002, since: '2005-04-01' },
  { department_code: 'OPS', employee_number: 1001, since: '2024-09-30' },
];

export const accounts = [
  {
    holder: 'Müller & Söhne',
    balance: '12345.6700',
    closed: false,
    opened_on: '2001-07-31',
    terms: 'Net 30;\nno discount',
  },
  { holder: "D'Arcy, Ltd.", balance: '-0.0001', closed: true, opened_on: '1999-12-31', terms: null },
];

export const products = [
  { sku: 'A-100', title: '19" rack, black', price: '349.00' },
  { sku: 'B-7/2', title: "Carpenter's pencil", price: '0.95' },
  { sku: 'Ç-3', title: '100 % cotton: blanket', price: '59.90' },
];
