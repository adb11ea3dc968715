throw new Error('this is no migration');
