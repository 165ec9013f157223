require('./run')('start');
