exports.up = async () => {};
exports.down = () => undefined;
