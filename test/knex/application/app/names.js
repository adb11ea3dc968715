exports.snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
