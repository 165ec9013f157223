require('./run')('first-start');
