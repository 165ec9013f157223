require('./run')('portal');
