module.exports = {
  client: 'mysql2',
  connection: { database: 'shop', charset: 'latin1', collate: 'latin1_german1_ci' },
};
