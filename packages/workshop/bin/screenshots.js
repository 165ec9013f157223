require('./run')('screenshots');
