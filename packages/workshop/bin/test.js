require('./run')('test');
