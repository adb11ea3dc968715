/** Columns that many tables have. */
module.exports.dated = (table) => {
  table.date('opened');
  table.date('closed');
  table.index(['opened'], 'harbour_by_opening');
};

module.exports.dropDated = (table) => {
  table.dropIndex(['opened'], 'harbour_by_opening');
  table.dropColumns('opened', 'closed');
};
