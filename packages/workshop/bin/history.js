require('./run')('history');
